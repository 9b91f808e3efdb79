package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import io.vertx.core.internal.VertxInternal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A transaction. As on PostgreSQL, after a statement that failed it takes no further ones until it
/// is rolled back, wholly or to a savepoint; SQLite itself would go on.
final class SqliteSession implements Session {
  private final VertxInternal vertx;
  private final SqliteLane lane;
  private final Duration timeout;
  private final AtomicInteger savepoints = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  // These two are only used where the lane runs.
  private @Nullable Throwable failed;
  private boolean lost;

  SqliteSession(VertxInternal vertx, SqliteLane lane, Duration timeout) {
    this.vertx = vertx;
    this.lane = lane;
    this.timeout = timeout;
  }

  @Override
  public Future<List<Row>> rows(Statement statement, @Nullable Object[] values) {
    return run(connection -> guarded(connection, at -> at.rows(statement, values)));
  }

  @Override
  public Future<Integer> change(Statement statement, @Nullable Object[] values) {
    return run(connection -> guarded(connection, at -> at.change(statement, values)));
  }

  @Override
  public Future<Integer> batch(Statement statement, List<@Nullable Object[]> values) {
    return run(connection -> guarded(connection, at -> at.batch(statement, values)));
  }

  private <T> Future<T> run(Work<T> work) {
    return submit(work, ended.get(), false);
  }

  private <T> Future<T> submit(Work<T> work, boolean over, boolean last) {
    var promise = vertx.getOrCreateContext().<T>promise();
    if (over) {
      promise.fail(endedError());
    } else {
      lane.submit(work, promise, last);
    }
    return promise.future();
  }

  private <T> T guarded(SqliteConnection connection, Work<T> work) throws SQLException {
    if (failed != null) {
      throw new DataException.Faulty(
          "A statement of the transaction failed before: roll back, wholly or to a savepoint, before the next one.",
          failed);
    }
    connection.deadline(System.nanoTime() + timeout.toNanos());
    try {
      return work.run(connection);
    } catch (SQLException | RuntimeException e) {
      failed = e;
      if (!SqliteErrors.keepsTransaction(e)) {
        connection.rollbackQuietly();
        lost = true;
      }
      throw e;
    } finally {
      connection.noDeadline();
    }
  }

  @Override
  public Future<Void> commit() {
    return submit(this::commit, !ended.compareAndSet(false, true), true);
  }

  private Void commit(SqliteConnection connection) throws SQLException {
    if (failed != null) {
      connection.rollbackQuietly();
      throw new DataException.Faulty(
          "The transaction was rolled back instead of committed: a statement in it had failed. Roll back to a savepoint before it, or do not commit.",
          failed);
    }
    try {
      return command(connection, "COMMIT");
    } catch (SQLException e) {
      connection.rollbackQuietly();
      throw e;
    }
  }

  @Override
  public Future<Void> rollback() {
    return submit(this::rollback, !ended.compareAndSet(false, true), true);
  }

  private Void rollback(SqliteConnection connection) throws SQLException {
    return lost ? done() : command(connection, "ROLLBACK");
  }

  @Override
  public Future<Savepoint> savepoint() {
    var savepoint = new Savepoint(savepoints.incrementAndGet());
    return run(
        connection ->
            guarded(
                connection,
                at -> {
                  at.command("SAVEPOINT " + name(savepoint));
                  return savepoint;
                }));
  }

  @Override
  public Future<Void> rollbackTo(Savepoint savepoint) {
    return run(
        connection -> {
          if (lost) {
            throw new DataException.Conflict(
                "The whole transaction is lost, and its savepoints with it: begin anew.",
                Objects.requireNonNull(failed));
          }
          connection.command("ROLLBACK TO " + name(savepoint));
          failed = null;
          return done();
        });
  }

  @Override
  public Future<Void> release(Savepoint savepoint) {
    return run(connection -> guarded(connection, at -> command(at, "RELEASE " + name(savepoint))));
  }

  private static Void command(SqliteConnection connection, String text) throws SQLException {
    connection.command(text);
    return done();
  }

  /// `Void` has no values but null.
  @SuppressWarnings("NullAway")
  static Void done() {
    return null;
  }

  private static String name(Savepoint savepoint) {
    return "s" + savepoint.number();
  }

  static DataException endedError() {
    return new DataException.Faulty(
        "The session has ended: it was committed or rolled back before.");
  }

  static DataException abandonedError(Duration patience) {
    return new DataException.Unavailable(
        "The session was rolled back because nothing was asked of it for %s. End every session, and do nothing slow within one."
            .formatted(patience));
  }
}
