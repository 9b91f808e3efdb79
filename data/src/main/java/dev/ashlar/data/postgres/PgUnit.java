package dev.ashlar.data.postgres;

import dev.ashlar.data.driver.ConnectionPool;
import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Driver.Step;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs several steps in one transaction with two writes to the network: BEGIN with the first step,
/// then the other steps with COMMIT. A step that fails makes the server refuse what follows and
/// turn COMMIT into a rollback, so nothing need be waited for in between.
///
/// Everything here happens on the connection's event loop.
final class PgUnit {
  private final ConnectionPool<PgWire>.Lease lease;
  private final List<Step> steps;
  private final List<Tuple> tuples;
  private final Promise<List<Row>> promise;
  private @Nullable Throwable failure;
  private List<Row> rows = List.of();

  PgUnit(
      ConnectionPool<PgWire>.Lease lease,
      List<Step> steps,
      List<Tuple> tuples,
      Promise<List<Row>> promise) {
    this.lease = lease;
    this.steps = steps;
    this.tuples = tuples;
    this.promise = promise;
  }

  void run() {
    lease.connection().onLoop(this::begin);
  }

  private void begin() {
    send(
        client -> {
          note(client.query("BEGIN").execute());
          note(first(client)).onSuccess(result -> rows = result.value()).onComplete(_ -> proceed());
        });
  }

  private void proceed() {
    send(
        client -> {
          if (failure != null || rows.isEmpty()) {
            finish(client.query("ROLLBACK").execute());
            return;
          }
          for (int i = 1; i < steps.size(); i++) {
            note(next(client, i));
          }
          finish(client.query("COMMIT").execute());
        });
  }

  private void send(Handler<SqlClient> work) {
    PgWire wire = lease.connection();
    if (wire.open()) {
      wire.together(work);
    } else {
      failure = failure == null ? lostError() : failure;
      lease.discard();
      promise.tryFail(PgErrors.of(failure));
    }
  }

  private Future<? extends SqlResult<List<Row>>> first(SqlClient client) {
    Step step = steps.getFirst();
    return client
        .preparedQuery(step.statement().text())
        .collecting(PgRow.collector(step.statement().results()))
        .execute(tuples.getFirst());
  }

  private Future<? extends SqlResult<?>> next(SqlClient client, int position) {
    return client
        .preparedQuery(steps.get(position).statement().text())
        .execute(tuples.get(position));
  }

  /// Keeps the first failure: those after it only say that the transaction is lost already.
  private <T> Future<T> note(Future<T> answer) {
    return answer.onFailure(
        cause -> {
          if (failure == null) {
            failure = cause;
          }
        });
  }

  private void finish(Future<?> answer) {
    answer.onComplete(
        (_, cause) -> {
          if (cause == null) {
            lease.release();
          } else {
            lease.discard();
          }
          Throwable reason = failure == null ? cause : failure;
          if (reason == null) {
            promise.complete(rows);
          } else {
            promise.fail(PgErrors.of(reason));
          }
        });
  }

  static DataException rowlessError() {
    return new DataException.Faulty(
        "The first step of a unit gives no rows, so that nothing tells whether the rest should run. Let it return some.");
  }

  private static DataException lostError() {
    return new DataException.Unavailable("The connection to PostgreSQL was lost.");
  }
}
