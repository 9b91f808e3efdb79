package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DatabaseConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads that read, each with a connection of its own. They also run the statements of
/// snapshot sessions, which bring theirs.
final class SqliteReaders {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteReaders.class);

  private final SqliteFile file;
  private final DatabaseConfig config;
  private final BlockingQueue<Task> tasks;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger left;
  private final Promise<Void> ended = Promise.promise();
  private volatile boolean closing;

  SqliteReaders(SqliteFile file, DatabaseConfig config, int count) {
    this.file = file;
    this.config = config;
    this.tasks = new LinkedBlockingQueue<>();
    this.left = new AtomicInteger(count);
    for (int i = 1; i <= count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("ashlar-sqlite-reader-" + i).start(this::work));
    }
  }

  private interface Task {
    /// @param own the thread's own connection, opened by whoever needs it first
    void run(Own own);
  }

  /// The connection of a thread.
  private final class Own {
    private @Nullable SqliteConnection connection;

    private SqliteConnection connection() {
      if (connection == null) {
        connection = file.reader();
      }
      return connection;
    }

    private void close() {
      if (connection != null) {
        file.close(connection);
      }
    }
  }

  private enum Stop implements Task {
    STOP;

    @Override
    public void run(Own own) {}
  }

  private void work() {
    var own = new Own();
    try {
      while (true) {
        Task task = tasks.take();
        if (task == Stop.STOP) {
          // For the next thread.
          tasks.add(task);
          return;
        }
        busy.incrementAndGet();
        run(task, own);
        busy.decrementAndGet();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      own.close();
      if (left.decrementAndGet() == 0) {
        ended.tryComplete();
      }
    }
  }

  private static void run(Task task, Own own) {
    try {
      task.run(own);
    } catch (RuntimeException | Error e) {
      // Work answers for itself; whatever else happens, the thread must live on.
      LOG.error("A reader of SQLite met something unforeseen.", e);
    }
  }

  /// Runs work on the connection of some thread.
  <T> void read(Work<T> work, Promise<T> promise) {
    if (closing) {
      promise.fail(SqliteWriter.closedError());
      return;
    }
    if (tasks.size() >= config.maxWaiting()) {
      promise.fail(
          new DataException.Unavailable(
              "%d statements wait for SQLite already, the most allowed."
                  .formatted(config.maxWaiting())));
      return;
    }
    long expires = System.nanoTime() + config.acquireTimeout().toNanos();
    tasks.add(
        own -> {
          if (System.nanoTime() - expires > 0) {
            promise.fail(
                new DataException.Unavailable(
                    "SQLite was too busy to start the statement within %s."
                        .formatted(config.acquireTimeout())));
            return;
          }
          SqliteConnection connection;
          try {
            connection = own.connection();
          } catch (DataException e) {
            promise.fail(e);
            return;
          }
          connection.deadline(System.nanoTime() + config.statementTimeout().toNanos());
          work.answer(connection, promise);
          connection.noDeadline();
        });
  }

  /// Runs something that brings its own connection.
  void execute(Runnable action) {
    tasks.add(_ -> action.run());
  }

  int busy() {
    return busy.get();
  }

  int waiting() {
    return tasks.size();
  }

  int count() {
    return threads.size();
  }

  Future<Void> close() {
    closing = true;
    tasks.add(Stop.STOP);
    return ended.future();
  }
}
