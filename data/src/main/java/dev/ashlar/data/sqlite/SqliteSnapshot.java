package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.ConnectionPool;
import dev.ashlar.data.driver.DataException;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Runs the statements of one snapshot session on its connection, on whichever reader thread is
/// free.
final class SqliteSnapshot implements SqliteLane {
  private final Vertx vertx;
  private final SqliteReaders readers;
  private final ConnectionPool<SqliteConnection>.Lease lease;
  private final Duration patience;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final Object door = new Object();
  private boolean running;
  private long lastUsed = System.nanoTime();
  private @Nullable DataException over;

  SqliteSnapshot(
      Vertx vertx,
      SqliteReaders readers,
      ConnectionPool<SqliteConnection>.Lease lease,
      Duration patience) {
    this.vertx = vertx;
    this.readers = readers;
    this.lease = lease;
    this.patience = patience;
    watch(patience.toMillis());
  }

  /// Fixes what the session sees: SQLite takes the snapshot at the first read, not at BEGIN.
  void begin(Promise<Void> promise) {
    submit(
        connection -> {
          connection.command("BEGIN");
          connection.touch();
          return SqliteSession.done();
        },
        promise,
        false);
  }

  @Override
  public <T> void submit(Work<T> work, Promise<T> promise, boolean last) {
    synchronized (door) {
      if (over != null) {
        promise.tryFail(over);
        return;
      }
      if (last) {
        over = SqliteSession.endedError();
      }
      lastUsed = System.nanoTime();
      tasks.add(
          () -> {
            work.answer(lease.connection(), promise);
            if (last) {
              free();
            }
          });
    }
    proceed();
  }

  private void proceed() {
    Runnable next;
    synchronized (door) {
      next = running ? null : tasks.poll();
      running |= next != null;
    }
    if (next != null) {
      readers.execute(
          () -> {
            next.run();
            synchronized (door) {
              running = false;
              lastUsed = System.nanoTime();
            }
            proceed();
          });
    }
  }

  /// A commit that failed must not leave its transaction to the next borrower.
  private void free() {
    lease.connection().rollbackQuietly();
    lease.release();
  }

  private void watch(long millis) {
    vertx.setTimer(Math.max(1, millis), _ -> look());
  }

  private void look() {
    long rest;
    synchronized (door) {
      if (over != null) {
        return;
      }
      boolean working = running || !tasks.isEmpty();
      rest = working ? patience.toNanos() : patience.toNanos() - (System.nanoTime() - lastUsed);
      if (rest <= 0) {
        over = SqliteSession.abandonedError(patience);
        tasks.add(this::free);
      }
    }
    if (rest <= 0) {
      proceed();
    } else {
      watch(rest / 1_000_000 + 1);
    }
  }
}
