package dev.ashlar.data.driver;

import io.vertx.core.Future;

/// One transaction on one connection. End it with [#commit()] or [#rollback()], once.
public interface Session extends Executor {
  /// Makes everything done in the session last.
  Future<Void> commit();

  /// Undoes everything done in the session.
  Future<Void> rollback();

  /// Marks a point to which [#rollbackTo] can return.
  Future<Savepoint> savepoint();

  /// Undoes everything done since a savepoint, which stays.
  Future<Void> rollbackTo(Savepoint savepoint);

  /// Forgets a savepoint and keeps what was done since.
  Future<Void> release(Savepoint savepoint);

  /// A point within a session.
  record Savepoint(int number) {}
}
