package dev.ashlar.starter.auth;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.Migrations;
import dev.ashlar.identity.login.Identity;
import dev.ashlar.identity.login.IdentitySettings;
import dev.ashlar.identity.password.HashCost;
import dev.ashlar.identity.password.PasswordSettings;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.Contributions;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.config.Secret;
import dev.ashlar.testing.database.TestDatabase;
import dev.ashlar.web.rest.Problems;
import dev.ashlar.web.rest.RestConfig;
import dev.ashlar.web.rest.RestSurface;
import dev.ashlar.web.server.ServerConfig;
import dev.ashlar.web.server.WebServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// A server of users and logins, on a free port.
final class AuthServer implements AutoCloseable {
  static final String ROOT_KEY = "0123456789abcdef0123456789abcdef";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Identity identity;
  private final Engine engine;
  private final WebServer server;

  AuthServer(TestDatabase test) {
    var config = DatabaseConfig.of(test.url());
    var model = Model.of(Identity.models());
    var database = new Database(Drivers.open(vertx, config), Drivers.dialect(config), model);
    migrate(database);
    identity = Identity.of(database, settings(), Clock.systemUTC());
    var contributions = Contributions.of(model, Identity.policies(), identity.hooks(), List.of());
    engine = new Engine(database, contributions, Clock.systemUTC());
    var authentication = identity.start(engine);
    var rest =
        new RestSurface(
            engine.pipeline(),
            model,
            engine::access,
            engine.actions(),
            RestConfig.of("a secret of tests"),
            engine.clock());
    server =
        await(
            WebServer.builder(vertx, ServerConfig.DEFAULT.at("127.0.0.1", 0).withEventLoops(1))
                .routes(new AuthRoutes(authentication).routes())
                .routes(rest.routes())
                .authenticators(
                    List.of(
                        new BearerAuthenticator(authentication),
                        new ApiKeyAuthenticator(authentication)))
                .errors(List.of(new Problems(), new AuthErrors()))
                .start());
  }

  private static void migrate(Database database) {
    var loader = AuthServer.class.getClassLoader();
    new Migrations(
            database.driver(),
            database.dialect(),
            List.of(History.load("ashlar", loader), History.load("identity", loader)),
            Migrations.Settings.of("test"))
        .up();
  }

  private static IdentitySettings settings() {
    var defaults = IdentitySettings.defaults();
    return new IdentitySettings(
        defaults.tokens(),
        defaults.rotation(),
        defaults.refresh(),
        new PasswordSettings(new HashCost(64, 1, 1), 1, 100),
        defaults.rules(),
        defaults.logins(),
        defaults.registrations(),
        true,
        1_000,
        Optional.of(new Secret(ROOT_KEY)));
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> patch(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("The test's server did not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The test was interrupted.", e);
    }
  }

  HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)));
    return headers.length == 0 ? request : request.headers(headers);
  }

  @Override
  public void close() {
    client.close();
    await(server.shutdown());
    identity.close();
    await(engine.close());
    await(vertx.close());
  }
}
