package dev.ashlar.starter;

import dev.ashlar.data.Database;
import dev.ashlar.identity.login.Authentication;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.runtime.seed.Seed;
import dev.ashlar.starter.auth.ApiKeyAuthenticator;
import dev.ashlar.starter.auth.AuthErrors;
import dev.ashlar.starter.auth.AuthRoutes;
import dev.ashlar.starter.auth.BearerAuthenticator;
import dev.ashlar.web.ErrorMapper;
import dev.ashlar.web.Middleware;
import dev.ashlar.web.Route;
import dev.ashlar.web.openapi.OpenApiSurface;
import dev.ashlar.web.ops.Health;
import dev.ashlar.web.ops.HttpMetrics;
import dev.ashlar.web.ops.MetricsPage;
import dev.ashlar.web.ops.PlanMetrics;
import dev.ashlar.web.ops.ReadinessCheck;
import dev.ashlar.web.rest.Problems;
import dev.ashlar.web.rest.RestConfig;
import dev.ashlar.web.rest.RestSurface;
import dev.ashlar.web.server.WebServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A running application: its database, its engine, and the server that answers for it.
public final class Server implements AutoCloseable {
  private final Store store;
  private final Core core;
  private final WebServer web;
  private final List<String> greeting;

  private Server(Store store, Core core, WebServer web, List<String> greeting) {
    this.store = store;
    this.core = core;
    this.web = web;
    this.greeting = List.copyOf(greeting);
  }

  /// Starts everything, and gives it once requests are answered.
  public static Server start(Ground ground, Parts parts, Config config) {
    var store = Store.open(ground.vertx(), parts, config);
    try {
      var migrate = config.get(ApplicationSettings.TYPE).migrate();
      var prepared = Beside.begin("tables", () -> store.prepare(migrate));
      var core = Core.open(store, config, Beans.of(config));
      try {
        prepared.get();
        return start(parts, config, store, core);
      } catch (RuntimeException | Error failure) {
        core.close();
        throw failure;
      }
    } catch (RuntimeException | Error failure) {
      store.close();
      throw failure;
    }
  }

  private static Server start(Parts parts, Config config, Store store, Core core) {
    var application = config.get(ApplicationSettings.TYPE);
    boolean demo =
        application
            .demo()
            .orElse(config.get(DatabaseSettings.TYPE).embedded() && application.loopback());
    var authentication = core.identity().start(core.engine());
    if (demo) {
      core.beans().seeds().plant(core.engine());
    }
    core.services().start();
    boolean unasked = demo && application.demo().isEmpty() && demonstrates(parts, core);
    var web = UserCode.await(serve(config, store, core, authentication, unasked));
    return new Server(store, core, web, demo ? greeting(parts.demo(), web.address()) : List.of());
  }

  /// Whether there is anything to demonstrate.
  private static boolean demonstrates(Parts parts, Core core) {
    return parts.demo().isPresent() || !core.beans().list(Seed.class).isEmpty();
  }

  /// @param demo whether the demonstration is there without having been asked for
  private static Future<WebServer> serve(
      Config config, Store store, Core core, Authentication authentication, boolean demo) {
    var application = config.get(ApplicationSettings.TYPE);
    var http = config.get(HttpSettings.TYPE);
    var engine = core.engine();
    var beans = core.beans();
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var metrics = new HttpMetrics(registry);
    PlanMetrics.bindTo(registry, store.database());
    var checks = new ArrayList<ReadinessCheck>(beans.list(ReadinessCheck.class));
    checks.add(new DatabaseCheck(store.database()));
    var health = new Health(checks);
    var routes = new ArrayList<Route>();
    routes.addAll(health.routes());
    var page = new MetricsPage(registry).route(reading(http.openMetrics(), application));
    routes.add(page);
    routes.addAll(new AuthRoutes(authentication).routes());
    routes.addAll(rest(engine, store).routes());
    routes.addAll(openApi(engine, store.parts()).routes());
    beans.list(Route.class).forEach(own -> routes.add(own.onBehalf(engine::request)));
    var errors = new ArrayList<ErrorMapper>(beans.list(ErrorMapper.class));
    errors.add(new Problems());
    errors.add(new AuthErrors());
    return WebServer.builder(
            store.runtime(), http.config().at(application.host(), application.port()))
        .routes(routes)
        .authenticators(
            List.of(
                new BearerAuthenticator(authentication), new ApiKeyAuthenticator(authentication)))
        .middleware(List.of(new LocalDefaults(demo, unless(http.openMetrics(), page))))
        .middleware(beans.list(Middleware.class))
        .errors(errors)
        .meter(metrics)
        .onClosing(health::closing)
        .start()
        .onSuccess(metrics::watch);
  }

  private static RestSurface rest(Engine engine, Store store) {
    return new RestSurface(
        engine.pipeline(),
        engine.model(),
        engine::access,
        engine.actions(),
        RestConfig.of(new Secrets(store.database()).get("cursors")),
        engine.clock());
  }

  private static OpenApiSurface openApi(Engine engine, Parts parts) {
    return new OpenApiSurface(
        engine.model(),
        engine::access,
        engine.actions(),
        new OpenApiSurface.ApiInfo(parts.name(), parts.version(), "/api", AuthPaths.all()));
  }

  /// Who may read the metrics: by default everybody on this machine.
  private static dev.ashlar.web.Authentication reading(
      Optional<Boolean> open, ApplicationSettings application) {
    return open.map(
            everybody ->
                everybody
                    ? dev.ashlar.web.Authentication.NONE
                    : dev.ashlar.web.Authentication.REQUIRED)
        .orElse(
            application.loopback()
                ? dev.ashlar.web.Authentication.OPTIONAL
                : dev.ashlar.web.Authentication.REQUIRED);
  }

  private static Optional<Route> unless(Optional<Boolean> said, Route page) {
    return said.isPresent() ? Optional.empty() : Optional.of(page);
  }

  private record DatabaseCheck(Database database) implements ReadinessCheck {
    @Override
    public String name() {
      return "database";
    }

    @Override
    public Future<Void> check() {
      return database.driver().ping();
    }
  }

  private static List<String> greeting(Optional<Parts.Demo> demo, String address) {
    if (demo.isEmpty()) {
      return List.of();
    }
    return List.of(
        "Log in:  TOKEN=$(curl -s %s/api/auth/login -H 'Content-Type: application/json' -d '{\"email\":\"%s\",\"password\":\"%s\"}' | sed 's/.*\"accessToken\":\"\\([^\"]*\\)\".*/\\1/')"
            .formatted(address, demo.get().email(), demo.get().password()),
        "and ask: curl -s -H \"Authorization: Bearer $TOKEN\" '%s%s'"
            .formatted(address, demo.get().path()));
  }

  /// Where it answers, such as `http://127.0.0.1:8080`.
  public String address() {
    return web.address();
  }

  /// What a visitor of the demonstration may paste into a shell; nothing where there is none.
  public List<String> greeting() {
    return greeting;
  }

  /// The engine behind it.
  public Engine engine() {
    return core.engine();
  }

  /// Stops: requests under way are answered first, then services end, then the database is closed.
  @Override
  public void close() {
    try {
      UserCode.await(web.shutdown());
    } finally {
      try {
        core.close();
      } finally {
        store.close();
      }
    }
  }
}
