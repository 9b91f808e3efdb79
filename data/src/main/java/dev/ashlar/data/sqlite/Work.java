package dev.ashlar.data.sqlite;

import io.vertx.core.Promise;
import java.sql.SQLException;

/// Something to do with a connection, on a thread that may block.
///
/// @param <T> what it gives
@FunctionalInterface
interface Work<T> {
  T run(SqliteConnection connection) throws SQLException;

  /// Runs and answers, also where the work fails in a way nobody thought of: a promise forgotten is
  /// a request that never ends.
  default void answer(SqliteConnection connection, Promise<T> promise) {
    T result;
    try {
      result = run(connection);
    } catch (SQLException | RuntimeException | Error e) {
      promise.tryFail(SqliteErrors.of(e));
      return;
    }
    promise.tryComplete(result);
  }
}
