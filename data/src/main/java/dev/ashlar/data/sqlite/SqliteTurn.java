package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Session;
import io.vertx.core.Promise;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A session's turn with the writer: until it ends nobody else writes, and when nothing is asked of
/// it for too long it is ended, so that nobody can hold the writer for ever.
final class SqliteTurn implements SqliteWriter.Job, SqliteLane {
  private final Duration patience;
  private final Promise<Session> begun;
  private final Session session;
  private final BlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
  private final Object door = new Object();
  private @Nullable DataException over;

  SqliteTurn(Duration patience, Promise<Session> begun, SessionMaker maker) {
    this.patience = patience;
    this.begun = begun;
    this.session = maker.make(this);
  }

  /// Makes the session whose turn it is.
  interface SessionMaker {
    Session make(SqliteLane lane);
  }

  private record Task<T>(Work<T> work, Promise<T> promise, boolean last) {
    private void run(SqliteConnection connection) {
      work.answer(connection, promise);
    }
  }

  @Override
  public <T> void submit(Work<T> work, Promise<T> promise, boolean last) {
    DataException refusal;
    synchronized (door) {
      refusal = over;
      if (refusal == null) {
        tasks.add(new Task<>(work, promise, last));
      }
    }
    if (refusal != null) {
      promise.tryFail(refusal);
    }
  }

  @Override
  public void fail(DataException cause) {
    begun.tryFail(cause);
  }

  /// Runs on the writer's thread until the session ends.
  void serve(SqliteConnection connection) {
    if (begun.future().isComplete()) {
      return;
    }
    try {
      connection.command("BEGIN IMMEDIATE");
    } catch (SQLException e) {
      fail(SqliteErrors.of(e));
      return;
    }
    if (!begun.tryComplete(session)) {
      connection.rollbackQuietly();
      return;
    }
    try {
      while (true) {
        Task<?> task = tasks.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (task == null) {
          end(connection, SqliteSession.abandonedError(patience));
          return;
        }
        task.run(connection);
        if (task.last()) {
          end(connection, SqliteSession.endedError());
          return;
        }
      }
    } catch (InterruptedException _) {
      end(connection, SqliteWriter.closedError());
      Thread.currentThread().interrupt();
    }
  }

  private void end(SqliteConnection connection, DataException reason) {
    synchronized (door) {
      over = reason;
    }
    for (Task<?> task = tasks.poll(); task != null; task = tasks.poll()) {
      task.promise().tryFail(reason);
    }
    // After COMMIT or ROLLBACK there is no transaction, and this does nothing.
    connection.rollbackQuietly();
  }
}
