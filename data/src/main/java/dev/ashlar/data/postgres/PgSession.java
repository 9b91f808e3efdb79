package dev.ashlar.data.postgres;

import dev.ashlar.data.driver.ConnectionPool;
import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A transaction on a connection of its own.
///
/// PostgreSQL answers COMMIT of a failed transaction with a silent rollback; here that is an error.
final class PgSession implements Session {
  private final VertxInternal vertx;
  private final ConnectionPool<PgWire>.Lease lease;
  private final AtomicInteger savepoints = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean failed;

  PgSession(VertxInternal vertx, ConnectionPool<PgWire>.Lease lease) {
    this.vertx = vertx;
    this.lease = lease;
  }

  @Override
  public Future<List<Row>> rows(Statement statement, @Nullable Object[] values) {
    return run((wire, caller) -> wire.rows(caller, statement, values, false));
  }

  @Override
  public Future<Integer> change(Statement statement, @Nullable Object[] values) {
    return run((wire, caller) -> wire.change(caller, statement, values));
  }

  @Override
  public Future<Integer> batch(Statement statement, List<@Nullable Object[]> values) {
    return run(
        (wire, caller) ->
            values.isEmpty() ? caller.succeededFuture(0) : wire.batch(caller, statement, values));
  }

  private <T> Future<T> run(BiFunction<PgWire, ContextInternal, Future<T>> work) {
    ContextInternal caller = vertx.getOrCreateContext();
    if (ended.get()) {
      return caller.failedFuture(endedError());
    }
    try {
      return work.apply(lease.connection(), caller).onFailure(_ -> failed = true);
    } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
      failed = true;
      return caller.failedFuture(PgErrors.of(e));
    }
  }

  @Override
  public Future<Void> commit() {
    ContextInternal caller = vertx.getOrCreateContext();
    if (!ended.compareAndSet(false, true)) {
      return caller.failedFuture(endedError());
    }
    boolean hopeless = failed;
    return end(caller, hopeless ? "ROLLBACK" : "COMMIT")
        .compose(
            _ ->
                hopeless || failed
                    ? caller.failedFuture(
                        new DataException.Faulty(
                            "The transaction was rolled back instead of committed: a statement in it had failed. Roll back to a savepoint before it, or do not commit."))
                    : caller.succeededFuture());
  }

  @Override
  public Future<Void> rollback() {
    ContextInternal caller = vertx.getOrCreateContext();
    if (!ended.compareAndSet(false, true)) {
      return caller.failedFuture(endedError());
    }
    return end(caller, "ROLLBACK");
  }

  private Future<Void> end(ContextInternal caller, String command) {
    return lease
        .connection()
        .command(caller, command)
        .transform(
            answer -> {
              if (answer.succeeded()) {
                lease.release();
                return caller.succeededFuture();
              }
              // Closing the connection rolls back whatever is left of the transaction.
              lease.discard();
              return caller.failedFuture(answer.cause());
            });
  }

  @Override
  public Future<Savepoint> savepoint() {
    var savepoint = new Savepoint(savepoints.incrementAndGet());
    return run(
        (wire, caller) -> wire.command(caller, "SAVEPOINT " + name(savepoint)).map(savepoint));
  }

  @Override
  public Future<Void> rollbackTo(Savepoint savepoint) {
    return run((wire, caller) -> wire.command(caller, "ROLLBACK TO SAVEPOINT " + name(savepoint)))
        .onSuccess(_ -> failed = false);
  }

  @Override
  public Future<Void> release(Savepoint savepoint) {
    return run((wire, caller) -> wire.command(caller, "RELEASE SAVEPOINT " + name(savepoint)));
  }

  private static String name(Savepoint savepoint) {
    return "s" + savepoint.number();
  }

  private static DataException endedError() {
    return new DataException.Faulty(
        "The session has ended: it was committed or rolled back before.");
  }
}
