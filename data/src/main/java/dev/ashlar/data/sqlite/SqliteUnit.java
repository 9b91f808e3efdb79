package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DataException;
import io.vertx.core.Promise;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Work that is done wholly or not at all, together with others in one commit.
///
/// @param <T> what it gives
final class SqliteUnit<T> implements SqliteWriter.Job {
  private final Work<T> work;
  private final boolean single;
  private final Predicate<T> lasts;
  private final Promise<T> promise;
  private @Nullable T result;
  private @Nullable Throwable failure;

  /// @param single whether the work is one statement, which SQLite undoes by itself when it fails
  /// @param lasts whether, by what the work gave, its changes last
  SqliteUnit(Work<T> work, boolean single, Predicate<T> lasts, Promise<T> promise) {
    this.work = work;
    this.single = single;
    this.lasts = lasts;
    this.promise = promise;
  }

  /// Runs within the transaction; false where that cannot be committed any more.
  ///
  /// @param alone whether the transaction is for this unit only, which spares it a savepoint
  boolean run(SqliteConnection connection, boolean alone, Duration timeout) throws SQLException {
    boolean marked = !alone && !single;
    if (marked) {
      connection.command("SAVEPOINT unit");
    }
    boolean kept = attempt(connection, timeout);
    if (alone && !single && !kept) {
      return false;
    }
    if (failure != null && !SqliteErrors.keepsTransaction(failure)) {
      return false;
    }
    if (marked) {
      if (!kept) {
        connection.command("ROLLBACK TO unit");
      }
      connection.command("RELEASE unit");
    }
    return true;
  }

  private boolean attempt(SqliteConnection connection, Duration timeout) {
    failure = null;
    connection.deadline(System.nanoTime() + timeout.toNanos());
    try {
      T given = work.run(connection);
      result = given;
      return lasts.test(given);
    } catch (SQLException | RuntimeException | Error e) {
      failure = e;
      return false;
    } finally {
      connection.noDeadline();
    }
  }

  /// Tells what came of it.
  void answer() {
    if (failure == null) {
      promise.tryComplete(result);
    } else {
      promise.tryFail(SqliteErrors.of(failure));
    }
  }

  static DataException rowlessError() {
    return new DataException.Faulty(
        "The first step of a unit gives no rows, so that nothing tells whether the rest should run. Let it return some.");
  }

  @Override
  public void fail(DataException cause) {
    promise.tryFail(cause);
  }
}
