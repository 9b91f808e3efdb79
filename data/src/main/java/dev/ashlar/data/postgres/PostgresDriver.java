package dev.ashlar.data.postgres;

import dev.ashlar.data.driver.ConnectionPool;
import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// PostgreSQL through the Vert.x client.
///
/// Statements that commit by themselves share a few pipelined connections; units of several steps
/// and sessions have a connection of their own from a pool. Half of the connections is for the one,
/// half for the other. Nothing is connected before it is needed.
public final class PostgresDriver implements Driver {
  private final VertxInternal vertx;
  private final DatabaseConfig config;
  private final PgConnector connector;
  private final PgWires wires;
  private final ConnectionPool<PgWire> sessions;

  /// @throws IllegalArgumentException when the configuration's URL cannot be used
  public PostgresDriver(Vertx vertx, DatabaseConfig config) {
    this.vertx = (VertxInternal) vertx;
    this.config = config;
    this.connector = new PgConnector(vertx, config);
    int shared = Math.max(1, (config.poolSize() + config.overflow()) / 2);
    int own = Math.max(1, config.poolSize() / 2);
    this.wires = new PgWires(vertx, connector, config, shared);
    this.sessions =
        new ConnectionPool<>(
            vertx,
            connector,
            new ConnectionPool.Limits(
                own,
                Math.max(own, config.poolSize() + config.overflow() - shared),
                config.maxWaiting(),
                config.acquireTimeout(),
                config.idleTimeout(),
                config.maxLifetime(),
                config.prePing()));
  }

  @Override
  public Future<List<Row>> rows(Statement statement, @Nullable Object[] values) {
    return run(false, (wire, caller) -> wire.rows(caller, statement, values, true));
  }

  @Override
  public Future<Integer> change(Statement statement, @Nullable Object[] values) {
    return run(true, (wire, caller) -> wire.change(caller, statement, values));
  }

  @Override
  public Future<Integer> batch(Statement statement, List<@Nullable Object[]> values) {
    if (values.isEmpty()) {
      return vertx.getOrCreateContext().succeededFuture(0);
    }
    return run(true, (wire, caller) -> wire.batch(caller, statement, values));
  }

  /// @param commits whether the work is to change rows, and so to wait for the disk
  private <T> Future<T> run(boolean commits, BiFunction<PgWire, ContextInternal, Future<T>> work) {
    ContextInternal caller = vertx.getOrCreateContext();
    PgWire wire = wires.ready(caller, commits);
    if (wire != null) {
      return attempt(caller, wire, work);
    }
    var promise = caller.<T>promise();
    wires
        .opened(caller, commits)
        .compose(opened -> attempt(caller, opened, work))
        .onComplete(promise);
    return promise.future();
  }

  private <T> Future<T> attempt(
      ContextInternal caller, PgWire wire, BiFunction<PgWire, ContextInternal, Future<T>> work) {
    if (wires.full(wire)) {
      return caller.failedFuture(
          new DataException.Unavailable(
              "%d statements wait for PostgreSQL already, the most allowed."
                  .formatted(config.maxWaiting())));
    }
    try {
      return work.apply(wire, caller);
    } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
      return refused(caller, e);
    }
  }

  private static <T> Future<T> refused(ContextInternal caller, Throwable failure) {
    return caller.failedFuture(PgErrors.of(failure));
  }

  @Override
  public Future<List<Row>> unit(List<Step> steps) {
    ContextInternal caller = vertx.getOrCreateContext();
    if (steps.isEmpty()) {
      return caller.succeededFuture(List.of());
    }
    if (steps.getFirst().statement().results().isEmpty()) {
      return caller.failedFuture(PgUnit.rowlessError());
    }
    if (steps.size() == 1) {
      Step only = steps.getFirst();
      return run(true, (wire, _) -> wire.rows(caller, only.statement(), only.values(), true));
    }
    var tuples = new ArrayList<Tuple>(steps.size());
    try {
      for (Step step : steps) {
        tuples.add(PgValues.tuple(step.statement(), step.values()));
      }
    } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
      return refused(caller, e);
    }
    var promise = caller.<List<Row>>promise();
    sessions
        .acquire()
        .onSuccess(lease -> new PgUnit(lease, steps, tuples, promise).run())
        .onFailure(promise::fail);
    return promise.future();
  }

  @Override
  public Future<Session> begin(Mode mode) {
    String command =
        switch (mode) {
          case SNAPSHOT -> "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
          case WRITE -> "BEGIN ISOLATION LEVEL READ COMMITTED";
        };
    ContextInternal caller = vertx.getOrCreateContext();
    var promise = caller.<Session>promise();
    sessions.acquire().compose(lease -> begin(lease, caller, command)).onComplete(promise);
    return promise.future();
  }

  private Future<Session> begin(
      ConnectionPool<PgWire>.Lease lease, ContextInternal caller, String command) {
    return lease
        .connection()
        .command(caller, command)
        .transform(
            answer -> {
              if (answer.succeeded()) {
                return caller.succeededFuture(new PgSession(vertx, lease));
              }
              lease.discard();
              return refused(caller, answer.cause());
            });
  }

  @Override
  public Future<Void> ping() {
    return run(false, (wire, _) -> connector.ping(wire));
  }

  @Override
  public PoolUse poolUse() {
    PoolUse shared = wires.use();
    PoolUse own = sessions.use();
    return new PoolUse(
        shared.size() + own.size(),
        shared.busy() + own.busy(),
        shared.waiting() + own.waiting(),
        shared.max() + own.max());
  }

  @Override
  public Future<Void> close() {
    ContextInternal caller = vertx.getOrCreateContext();
    var promise = caller.<Void>promise();
    Future.join(wires.close(), sessions.close(config.statementTimeout()))
        .transform(_ -> connector.close())
        .onComplete(promise);
    return promise.future();
  }
}
