package dev.ashlar.web.server;

import dev.ashlar.web.Authenticator;
import dev.ashlar.web.ErrorMapper;
import dev.ashlar.web.Middleware;
import dev.ashlar.web.RequestMeter;
import dev.ashlar.web.Route;
import dev.ashlar.web.routing.Method;
import dev.ashlar.web.routing.Router;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// A running HTTP server: routes on as many event loops as configured, by default one for each
/// processor.
public final class WebServer {
  private final Vertx vertx;
  private final ServerConfig config;
  private final ServerState state;
  private final Collection<ServerLoop> loops;
  private final String deployment;
  private final List<Runnable> onClosing;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Promise<Void> closed = Promise.promise();

  private WebServer(
      Builder builder, ServerState state, Collection<ServerLoop> loops, String deployment) {
    vertx = builder.vertx;
    config = builder.config;
    onClosing = List.copyOf(builder.onClosing);
    this.state = state;
    this.loops = List.copyOf(loops);
    this.deployment = deployment;
  }

  /// Starts to describe a server.
  public static Builder builder(Vertx vertx, ServerConfig config) {
    return new Builder(vertx, config);
  }

  /// The port it listens on.
  public int port() {
    return loops.iterator().next().port();
  }

  /// Where it answers, such as `http://127.0.0.1:8080`.
  public String address() {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return (config.tls() == null ? "http://" : "https://") + host + ":" + port();
  }

  /// How many connections are open.
  public int connections() {
    return state.connections();
  }

  /// Ends the server gracefully; a further call gives the same future.
  ///
  /// Readiness fails first, and answers tell clients to leave; after the lame duck time connections
  /// are refused, idle ones closed, and requests in flight get the configured time to end.
  public Future<Void> shutdown() {
    if (closing.compareAndSet(false, true)) {
      state.drain();
      onClosing.forEach(Runnable::run);
      lameDuck().compose(waited -> close()).onComplete(closed);
    }
    return closed.future();
  }

  private Future<Void> lameDuck() {
    Duration time = config.timeouts().lameDuck();
    return time.isZero() ? Future.succeededFuture() : vertx.timer(time.toMillis()).mapEmpty();
  }

  private Future<Void> close() {
    List<Future<Void>> ends =
        loops.stream().map(loop -> loop.shutdown(config.timeouts().shutdown())).toList();
    return Future.join(ends).transform(ended -> vertx.undeploy(deployment));
  }

  /// Collects what a server is made of.
  public static final class Builder {
    private final Vertx vertx;
    private final ServerConfig config;
    private final List<Route> routes = new ArrayList<>();
    private final List<Authenticator> authenticators = new ArrayList<>();
    private final List<Middleware> middleware = new ArrayList<>();
    private final List<ErrorMapper> errors = new ArrayList<>();
    private final List<Runnable> onClosing = new ArrayList<>();
    private RequestMeter meter = RequestMeter.NONE;

    private Builder(Vertx vertx, ServerConfig config) {
      this.vertx = vertx;
      this.config = config;
    }

    /// Adds routes.
    public Builder routes(Collection<Route> routes) {
      this.routes.addAll(routes);
      return this;
    }

    /// Adds ways to tell who is calling; they are asked in order.
    public Builder authenticators(Collection<? extends Authenticator> authenticators) {
      this.authenticators.addAll(authenticators);
      return this;
    }

    /// Adds middleware; the first is the outermost.
    public Builder middleware(Collection<? extends Middleware> middleware) {
      this.middleware.addAll(middleware);
      return this;
    }

    /// Adds what explains failures to clients; the first that knows one wins.
    public Builder errors(Collection<? extends ErrorMapper> errors) {
      this.errors.addAll(errors);
      return this;
    }

    /// Sets what counts and times requests.
    public Builder meter(RequestMeter meter) {
      this.meter = meter;
      return this;
    }

    /// Adds what must happen as soon as a shutdown begins, such as failing readiness.
    public Builder onClosing(Runnable step) {
      onClosing.add(step);
      return this;
    }

    /// Builds the routes and listens.
    ///
    /// @throws dev.ashlar.web.routing.RouteException if two routes cannot be told apart
    public Future<WebServer> start() {
      ServerState state = new ServerState();
      Dispatcher.Shared shared =
          new Dispatcher.Shared(
              router(),
              config,
              List.copyOf(errors),
              meter.of(Method.GET, "(none)"),
              config.cors() == null ? null : new CorsPolicy(config.cors()),
              new AccessLog(config.accessLog()),
              state);
      Queue<ServerLoop> loops = new ConcurrentLinkedQueue<>();
      var options = VertxOptions.of(config);
      return vertx
          .deployVerticle(
              () -> {
                ServerLoop loop = new ServerLoop(shared, options);
                loops.add(loop);
                return loop;
              },
              new DeploymentOptions().setInstances(config.loops()))
          .map(deployment -> new WebServer(this, state, loops, deployment))
          .recover(failure -> Future.failedFuture(explained(failure)));
    }

    private Throwable explained(Throwable failure) {
      return failure instanceof BindException
          ? new IllegalStateException(
              "The server cannot listen on %s, port %d: %s. Stop what listens there, or configure another address or port."
                  .formatted(config.host(), config.port(), failure.getMessage()),
              failure)
          : failure;
    }

    private Router<Target> router() {
      Router.Builder<Target> router = Router.builder();
      for (Route route : routes) {
        router.add(
            route.method(),
            route.path(),
            new Target(route, authenticators, middleware, meter, config));
      }
      return router.build();
    }
  }
}
