package dev.ashlar.benchmarks.limit;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.function.Function;

/// Starts the service on `PORT` against `DATABASE_URL` (`postgresql://…` or `sqlite:<file>`), one
/// event loop per core.
public final class Limit {

  private Limit() {}

  public static void main(String[] args) {
    String url = environment("DATABASE_URL");
    int port = Integer.parseInt(environment("PORT"));
    int loops = Runtime.getRuntime().availableProcessors();
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));
    Function<Vertx, Future<Store>> stores = stores(url);
    vertx
        .deployVerticle(() -> new Server(stores, port), new DeploymentOptions().setInstances(loops))
        .onSuccess(id -> System.out.println("http://127.0.0.1:" + port))
        .onFailure(Limit::stop);
  }

  /// PostgreSQL has connections per event loop, so that a request never leaves its own; SQLite has
  /// one set of threads for all.
  private static Function<Vertx, Future<Store>> stores(String url) {
    if (url.startsWith("sqlite:")) {
      String synchronous = System.getenv().getOrDefault("SQLITE_SYNCHRONOUS", "FULL");
      SqliteThreads threads = SqliteThreads.start(url.substring("sqlite:".length()), synchronous);
      return vertx -> Future.succeededFuture(new SqliteStore(threads, vertx.getOrCreateContext()));
    }
    return vertx -> PostgresStore.open(vertx, url);
  }

  private static void stop(Throwable failure) {
    System.err.println("The service cannot start: " + failure);
    System.exit(1);
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException("The environment variable " + name + " is missing.");
    }
    return value;
  }

  private static final class Server extends VerticleBase {

    private final Function<Vertx, Future<Store>> stores;
    private final int port;

    Server(Function<Vertx, Future<Store>> stores, int port) {
      this.stores = stores;
      this.port = port;
    }

    @Override
    public Future<?> start() {
      return stores.apply(vertx).compose(this::serve);
    }

    /// Listens with nothing in a connection's pipeline but decoder, encoder and handler.
    private Future<HttpServer> serve(Store store) {
      HttpServerOptions options =
          new HttpServerOptions()
              .setHost("127.0.0.1")
              .setPort(port)
              .setStrictThreadMode(true)
              .setHttp2ClearTextEnabled(false)
              .setPerFrameWebSocketCompressionSupported(false)
              .setPerMessageWebSocketCompressionSupported(false);
      return vertx
          .createHttpServer(options)
          .requestHandler(new Routes(store, new Headers(vertx)))
          .listen();
    }
  }
}
