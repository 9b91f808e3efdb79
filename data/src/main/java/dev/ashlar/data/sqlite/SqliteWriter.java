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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. What waits while a commit is under way is committed together next:
/// each unit within a savepoint, so that one that fails takes nothing with it, and each answered
/// only when the commit has made it last.
final class SqliteWriter {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
  private static final int GROUP = 512;

  private final SqliteFile file;
  private final DatabaseConfig config;
  private final BlockingQueue<Waiting> jobs = new LinkedBlockingQueue<>();
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
  sealed interface Job permits SqliteUnit, SqliteTurn, Bare, Drained, Stop {
    /// Answers that it will not be done.
    void fail(DataException cause);
  }

  /// Work that SQLite refuses within a transaction, such as a PRAGMA.
  record Bare(Work<Integer> work, Promise<Integer> promise) implements Job {
    @Override
    public void fail(DataException cause) {
      promise.tryFail(cause);
    }
  }

  /// Tells that everything before it is done.
  private record Drained(Promise<Void> promise) implements Job {
    @Override
    public void fail(DataException cause) {
      promise.tryFail(cause);
    }
  }

  private record Stop() implements Job {
    @Override
    public void fail(DataException cause) {
      // Nobody waits for it.
    }
  }

  private record Waiting(Job job, long since) {}

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
      add(job);
      return null;
    }
  }

  private void add(Job job) {
    jobs.add(new Waiting(job, System.nanoTime()));
  }

  /// Refuses what has waited for too long, because a session holds the writer.
  void expire(long now) {
    var expired = new ArrayList<Job>();
    synchronized (door) {
      Waiting first = jobs.peek();
      while (first != null && isExpired(first, now)) {
        if (jobs.remove(first)) {
          expired.add(first.job());
        }
        first = jobs.peek();
      }
    }
    for (Job job : expired) {
      job.fail(
          new DataException.Unavailable(
              "SQLite's only writer did not become free within %s: a session holds it. Shorten the transactions."
                  .formatted(config.acquireTimeout())));
    }
  }

  private boolean isExpired(Waiting waiting, long now) {
    return switch (waiting.job()) {
      case SqliteUnit<?> _, SqliteTurn _, Bare _ ->
          now - waiting.since() > config.acquireTimeout().toNanos();
      case Drained _, Stop _ -> false;
    };
  }

  int waiting() {
    return jobs.size();
  }

  boolean busy() {
    return busy;
  }

  /// Takes no further jobs, and completes when those taken are done.
  Future<Void> drain() {
    Promise<Void> drained = Promise.promise();
    synchronized (door) {
      closing = true;
      add(new Drained(drained));
    }
    return drained.future();
  }

  /// Closes the connection. It should be the last one: only it can fold the log into the file.
  Future<Void> close() {
    add(new Stop());
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
      Job job = jobs.take().job();
      while (!(job instanceof Stop)) {
        busy = true;
        runGuarded(job);
        busy = false;
        job = jobs.take().job();
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

  private void runGuarded(Job job) {
    try {
      run(job);
    } catch (RuntimeException | Error e) {
      // The thread must live on, and whoever waits for the job must hear.
      LOG.error("The writer of SQLite met something unforeseen.", e);
      job.fail(SqliteErrors.of(e));
    }
  }

  private void run(Job job) {
    if (job instanceof Drained(var promise)) {
      promise.complete();
      return;
    }
    SqliteConnection opened;
    try {
      opened = open();
    } catch (DataException e) {
      job.fail(e);
      return;
    }
    switch (job) {
      case SqliteUnit<?> unit -> commit(opened, group(unit));
      case SqliteTurn turn -> turn.serve(opened);
      case Bare(var work, var promise) -> work.answer(opened, promise);
      case Drained _, Stop _ -> {}
    }
  }

  private List<SqliteUnit<?>> group(SqliteUnit<?> first) {
    var group = new ArrayList<SqliteUnit<?>>();
    group.add(first);
    // Behind the door, so that none expires between the look and the step.
    synchronized (door) {
      while (group.size() < GROUP && jobs.peek() instanceof Waiting(SqliteUnit<?> next, _)) {
        jobs.remove();
        group.add(next);
      }
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
