package dev.ashlar.data.sqlite;

import io.vertx.core.Promise;

/// Where the statements of one session run, one after another.
interface SqliteLane {
  /// Runs work after all that was submitted before.
  ///
  /// @param last whether the session ends with this work
  <T> void submit(Work<T> work, Promise<T> promise, boolean last);
}
