package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DatabaseConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The one thread that writes. What waits while a commit is under way is committed together next:
/// each unit within a savepoint, so that one that fails takes nothing with it, and each answered
/// only when the commit has made it last.
final class SqliteWriter {
  private static final int GROUP = 512;

  private final SqliteFile file;
  private final DatabaseConfig config;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final Object door = new Object();
  private final Promise<Void> ended = Promise.promise();
  private boolean closing;
  private volatile boolean busy;
  // Only the thread uses it.
  private @Nullable SqliteConnection connection;

  SqliteWriter(SqliteFile file, DatabaseConfig config) {
    this.file = file;
    this.config = config;
    Thread.ofPlatform().daemon().name("ashlar-sqlite-writer").start(this::work);
  }

  /// What the thread does next.
  sealed interface Job permits SqliteUnit, SqliteTurn, Bare, Stop {}

  /// Work that SQLite refuses within a transaction, such as a PRAGMA.
  record Bare(Work<Integer> work, Promise<Integer> promise) implements Job {}

  private record Stop() implements Job {}

  /// Takes a job, or gives the reason why not.
  @Nullable DataException submit(Job job) {
    synchronized (door) {
      if (closing) {
        return closedError();
      }
      if (jobs.size() >= config.maxWaiting()) {
        return new DataException.Unavailable(
            "%d changes wait for SQLite's writer already, the most allowed."
                .formatted(config.maxWaiting()));
      }
      jobs.add(job);
      return null;
    }
  }

  int waiting() {
    return jobs.size();
  }

  boolean busy() {
    return busy;
  }

  Future<Void> close() {
    synchronized (door) {
      if (!closing) {
        closing = true;
        jobs.add(new Stop());
      }
    }
    return ended.future();
  }

  private void work() {
    try {
      // Before anybody asks, so that opening the file overlaps with the rest of the start.
      open();
    } catch (DataException _) {
      // Whoever asks first is told.
    }
    try {
      Job job = jobs.take();
      while (!(job instanceof Stop)) {
        busy = true;
        run(job);
        busy = false;
        job = jobs.take();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      if (connection != null) {
        file.close(connection);
      }
      ended.tryComplete();
    }
  }

  private SqliteConnection open() {
    if (connection == null) {
      connection = file.writer();
    }
    return connection;
  }

  private void run(Job job) {
    SqliteConnection opened;
    try {
      opened = open();
    } catch (DataException e) {
      fail(job, e);
      return;
    }
    switch (job) {
      case SqliteUnit<?> unit -> commit(opened, group(unit));
      case SqliteTurn turn -> turn.serve(opened);
      case Bare(var work, var promise) -> work.answer(opened, promise);
      case Stop _ -> {}
    }
  }

  private static void fail(Job job, DataException cause) {
    switch (job) {
      case SqliteUnit<?> unit -> unit.fail(cause);
      case SqliteTurn turn -> turn.refuse(cause);
      case Bare(_, var promise) -> promise.fail(cause);
      case Stop _ -> {}
    }
  }

  private List<SqliteUnit<?>> group(SqliteUnit<?> first) {
    var group = new ArrayList<SqliteUnit<?>>();
    group.add(first);
    while (group.size() < GROUP && jobs.peek() instanceof SqliteUnit<?> next) {
      jobs.remove();
      group.add(next);
    }
    return group;
  }

  /// Commits a group. A unit that ends the transaction for all, by running too long for instance,
  /// is left out and the others are run again: none of them was answered yet.
  private void commit(SqliteConnection opened, List<SqliteUnit<?>> group) {
    while (!group.isEmpty()) {
      SqliteUnit<?> culprit = attempt(opened, group);
      if (culprit == null) {
        return;
      }
      group.remove(culprit);
    }
  }

  private @Nullable SqliteUnit<?> attempt(SqliteConnection opened, List<SqliteUnit<?>> group) {
    boolean alone = group.size() == 1;
    try {
      opened.command("BEGIN IMMEDIATE");
      for (SqliteUnit<?> unit : group) {
        if (!unit.run(opened, alone, config.statementTimeout())) {
          opened.rollbackQuietly();
          unit.answer();
          return unit;
        }
      }
      opened.command("COMMIT");
      group.forEach(SqliteUnit::answer);
    } catch (SQLException | RuntimeException e) {
      opened.rollbackQuietly();
      recover(opened, group, e);
    }
    return null;
  }

  /// A commit that failed: a deferred reference of one unit would spoil it for all, so each is
  /// tried by itself.
  private void recover(SqliteConnection opened, List<SqliteUnit<?>> group, Exception cause) {
    if (group.size() == 1 || !SqliteErrors.keepsTransaction(cause)) {
      group.forEach(unit -> unit.fail(SqliteErrors.of(cause)));
    } else {
      group.forEach(unit -> attempt(opened, List.of(unit)));
    }
  }

  static DataException closedError() {
    return new DataException.Unavailable("The SQLite file is closed: the application is stopping.");
  }
}
