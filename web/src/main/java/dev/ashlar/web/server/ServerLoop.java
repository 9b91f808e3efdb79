package dev.ashlar.web.server;

import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One event loop's share of the server.
final class ServerLoop extends VerticleBase {
  private final Dispatcher.Shared shared;
  private final HttpServerOptions options;
  private @Nullable HttpServer server;

  ServerLoop(Dispatcher.Shared shared, HttpServerOptions options) {
    this.shared = shared;
    this.options = options;
  }

  @Override
  public Future<?> start() {
    Dispatcher dispatcher = new Dispatcher(vertx, context, shared);
    HttpServer created =
        vertx
            .createHttpServer(options)
            .connectionHandler(connection -> accept(connection, dispatcher))
            .invalidRequestHandler(dispatcher::invalid)
            .requestHandler(dispatcher);
    server = created;
    return created.listen();
  }

  private void accept(HttpConnection connection, Dispatcher dispatcher) {
    if (!shared.state().admit(shared.config().limits().connections())) {
      connection.close();
      return;
    }
    if (connection instanceof Http1xServerConnection http1) {
      StrictRequestDecoder decoder = new StrictRequestDecoder(options);
      Channel channel = http1.channel();
      channel.pipeline().replace("httpDecoder", "httpDecoder", decoder);
      dispatcher.heads().add(channel, decoder);
      connection.closeHandler(
          closed -> {
            dispatcher.heads().remove(channel);
            shared.state().release();
          });
    } else {
      connection.closeHandler(closed -> shared.state().release());
    }
  }

  int port() {
    HttpServer listening = server;
    return listening == null ? 0 : listening.actualPort();
  }

  /// Stops accepting, lets requests in flight end within the bound, then closes.
  Future<Void> shutdown(Duration bound) {
    HttpServer listening = server;
    return listening == null
        ? Future.succeededFuture()
        : listening.shutdown(bound.toMillis(), TimeUnit.MILLISECONDS);
  }
}
