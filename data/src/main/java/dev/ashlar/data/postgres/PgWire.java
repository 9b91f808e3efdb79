package dev.ashlar.data.postgres;

import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import io.netty.channel.EventLoop;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SqlClientInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One connection, bound to one event loop, with what is under way on it.
final class PgWire {
  private final PgConnection connection;
  private final EventLoop loop;
  private final long opened = System.nanoTime();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile long lastProgress = opened;
  private volatile boolean closed;
  private volatile @Nullable Future<Void> trial;

  PgWire(PgConnection connection, EventLoop loop) {
    this.connection = connection;
    this.loop = loop;
  }

  /// Calls back, once and on the connection's event loop, when the connection ends.
  void onEnd(Runnable action) {
    connection.closeHandler(
        _ -> {
          closed = true;
          action.run();
        });
    // A server that ends the connection says why first; those under way hear of it from the end
    // itself.
    connection.exceptionHandler(_ -> {});
  }

  boolean open() {
    return !closed;
  }

  EventLoop loop() {
    return loop;
  }

  int inFlight() {
    return inFlight.get();
  }

  long opened() {
    return opened;
  }

  long lastProgress() {
    return lastProgress;
  }

  /// Whether somebody is finding out if the connection still works.
  boolean onTrial() {
    return trial != null;
  }

  /// Finds out, once for all who ask meanwhile.
  synchronized Future<Void> tried(Supplier<Future<Void>> ping) {
    Future<Void> running = trial;
    if (running == null) {
      Promise<Void> promise = Promise.promise();
      running = promise.future();
      trial = running;
      ping.get()
          .onComplete(
              (_, failure) -> {
                trial = null;
                promise.complete(null, failure);
              });
    }
    return running;
  }

  void close() {
    closed = true;
    connection.close();
  }

  /// Runs something on the connection's event loop, at once where this is it.
  void onLoop(Runnable action) {
    if (loop.inEventLoop()) {
      action.run();
    } else {
      loop.execute(action);
    }
  }

  /// Sends several statements in one write. Only on the event loop, and only while open: the client
  /// would leave them without an answer otherwise.
  void together(Handler<SqlClient> statements) {
    ((SqlClientInternal) connection).group(statements);
  }

  /// @param again whether the statement is tried anew where only its cached plan was stale, as a
  ///   transaction cannot
  Future<List<Row>> rows(
      ContextInternal caller, Statement statement, @Nullable Object[] values, boolean again) {
    var promise = caller.<List<Row>>promise();
    send(promise, statement, values, again);
    return promise.future();
  }

  private void send(
      Promise<List<Row>> promise, Statement statement, @Nullable Object[] values, boolean again) {
    Tuple tuple = PgValues.tuple(statement, values);
    started();
    connection
        .preparedQuery(statement.text())
        .collecting(PgRow.collector(statement.results()))
        .execute(tuple)
        .onComplete(
            (result, failure) -> {
              ended();
              if (failure == null) {
                promise.complete(result.value());
              } else if (again && PgErrors.isStalePlan(failure)) {
                send(promise, statement, values, false);
              } else {
                promise.fail(PgErrors.of(failure));
              }
            });
  }

  Future<Integer> change(ContextInternal caller, Statement statement, @Nullable Object[] values) {
    Tuple tuple = PgValues.tuple(statement, values);
    var promise = caller.<Integer>promise();
    started();
    connection.preparedQuery(statement.text()).execute(tuple).onComplete(counting(promise));
    return promise.future();
  }

  Future<Integer> batch(
      ContextInternal caller, Statement statement, List<@Nullable Object[]> values) {
    var tuples = new ArrayList<Tuple>(values.size());
    for (var one : values) {
      tuples.add(PgValues.tuple(statement, one));
    }
    var promise = caller.<Integer>promise();
    started();
    connection.preparedQuery(statement.text()).executeBatch(tuples).onComplete(counting(promise));
    return promise.future();
  }

  /// Runs a word of the protocol's own, such as BEGIN.
  Future<Void> command(ContextInternal caller, String text) {
    var promise = caller.<Void>promise();
    started();
    connection
        .query(text)
        .execute()
        .onComplete(
            (_, failure) -> {
              ended();
              if (failure == null) {
                promise.complete();
              } else {
                promise.fail(PgErrors.of(failure));
              }
            });
    return promise.future();
  }

  private <R extends SqlResult<R>> Completable<R> counting(Promise<Integer> promise) {
    return (result, failure) -> {
      ended();
      if (failure == null) {
        promise.complete(changed(result));
      } else {
        promise.fail(PgErrors.of(failure));
      }
    };
  }

  private static int changed(@Nullable SqlResult<?> first) {
    int changed = 0;
    for (SqlResult<?> result = first; result != null; result = (SqlResult<?>) result.next()) {
      changed += result.rowCount();
    }
    return changed;
  }

  private void started() {
    if (inFlight.getAndIncrement() == 0) {
      lastProgress = System.nanoTime();
    }
  }

  private void ended() {
    inFlight.decrementAndGet();
    lastProgress = System.nanoTime();
  }
}
