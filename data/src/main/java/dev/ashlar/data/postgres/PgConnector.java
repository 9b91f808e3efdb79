package dev.ashlar.data.postgres;

import dev.ashlar.data.driver.ConnectionPool;
import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DatabaseConfig;
import io.netty.channel.EventLoop;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.time.Duration;
import java.util.function.Supplier;

/// Opens connections, on the event loop asked for and in bounded time.
///
/// All come from one factory, which ends with the driver: the client leaves a socket behind when a
/// server refuses encryption, and one factory for each connection would be left behind with it.
final class PgConnector implements ConnectionPool.Source<PgWire> {
  private final VertxInternal vertx;
  private final ConnectionFactory<PgConnectOptions> factory;
  private final PgConnectOptions options;
  private final Duration timeout;

  PgConnector(Vertx vertx, DatabaseConfig config) {
    this.vertx = (VertxInternal) vertx;
    this.factory = PgDriver.INSTANCE.createConnectionFactory(vertx, new NetClientOptions());
    this.options = PgOptions.of(config);
    this.timeout = config.acquireTimeout();
  }

  @Override
  public Future<PgWire> open(Context context) {
    return open(((ContextInternal) context).nettyEventLoop());
  }

  Future<PgWire> open(EventLoop loop) {
    ContextInternal context = vertx.contextBuilder().withEventLoop(loop).build();
    Promise<PgWire> promise = Promise.promise();
    context.runOnContext(
        _ ->
            factory
                .connect(context, new PgConnectOptions(options))
                .map(connection -> new PgWire(gathering(PgConnection.cast(connection)), loop))
                .onComplete(
                    (wire, failure) -> {
                      if (failure != null) {
                        promise.tryFail(unreachable(failure));
                      } else if (!promise.tryComplete(wire)) {
                        wire.close();
                      }
                    }));
    return bounded(
        promise,
        () ->
            "PostgreSQL at %s did not accept a connection within %s."
                .formatted(address(), timeout));
  }

  /// What one turn of the event loop has to send leaves in one write, and the server wakes once.
  private static PgConnection gathering(PgConnection connection) {
    var socket = ((SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap()).socket();
    socket
        .channelHandlerContext()
        .pipeline()
        .addFirst(new FlushConsolidationHandler(PgOptions.PIPELINE, true));
    return connection;
  }

  @Override
  public boolean near(PgWire wire, Context context) {
    return wire.loop().equals(((ContextInternal) context).nettyEventLoop());
  }

  @Override
  public Future<Void> ping(PgWire wire) {
    Promise<Void> promise = Promise.promise();
    wire.command(vertx.getOrCreateContext(), "SELECT 1")
        .onComplete(
            (_, failure) -> {
              if (failure == null) {
                promise.tryComplete();
              } else {
                promise.tryFail(PgErrors.of(failure));
              }
            });
    return bounded(
        promise, () -> "PostgreSQL at %s did not answer within %s.".formatted(address(), timeout));
  }

  @Override
  public void onEnd(PgWire wire, Runnable action) {
    wire.onEnd(action);
  }

  @Override
  public void close(PgWire wire) {
    wire.close();
  }

  /// Ends what is left of the connections.
  Future<Void> close() {
    Promise<Void> promise = Promise.promise();
    factory.close(promise);
    return promise.future();
  }

  private <T> Future<T> bounded(Promise<T> promise, Supplier<String> complaint) {
    long timer =
        vertx.setTimer(
            Math.max(1, timeout.toMillis()),
            _ -> promise.tryFail(new DataException.Unavailable(complaint.get())));
    return promise.future().onComplete(_ -> vertx.cancelTimer(timer));
  }

  private DataException unreachable(Throwable failure) {
    return new DataException.Unavailable(
        "No connection to PostgreSQL at %s (%s). Check that it runs there, that the database URL is right and, where it is encrypted, that an authority known here signed its certificate for this name: sslrootcert=path names another."
            .formatted(address(), failure.getMessage()),
        failure);
  }

  private String address() {
    return options.getHost() + ":" + options.getPort() + "/" + options.getDatabase();
  }
}
