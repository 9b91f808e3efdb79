package dev.ashlar.web.server;

import dev.ashlar.web.Route;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/// A server on a free port, with an event loop of its own.
final class TestServer implements AutoCloseable {
  static final ServerConfig CONFIG = ServerConfig.DEFAULT.at("127.0.0.1", 0).withEventLoops(2);

  private final Vertx vertx;
  private final WebServer server;

  private TestServer(Vertx vertx, WebServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  static TestServer of(Route... routes) {
    return of(CONFIG, builder -> builder.routes(List.of(routes)));
  }

  static TestServer of(ServerConfig config, UnaryOperator<WebServer.Builder> parts) {
    Vertx vertx = Vertx.vertx();
    try {
      WebServer.Builder builder = parts.apply(WebServer.builder(vertx, config));
      return new TestServer(vertx, builder.start().await(10, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      throw new IllegalStateException("The test server did not start in 10 s.", e);
    }
  }

  WebServer server() {
    return server;
  }

  Wire connect() throws IOException {
    return Wire.to(server.port());
  }

  @Override
  public void close() {
    server.shutdown().await();
    vertx.close().await();
  }
}
