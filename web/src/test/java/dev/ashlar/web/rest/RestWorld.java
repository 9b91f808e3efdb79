package dev.ashlar.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.Migrations;
import dev.ashlar.data.migration.SchemaImage;
import dev.ashlar.data.migration.SchemaSql;
import dev.ashlar.data.postgres.PostgresDialect;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sqlite.SqliteDialect;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.Action;
import dev.ashlar.runtime.operation.Actions;
import dev.ashlar.runtime.operation.Hooks;
import dev.ashlar.runtime.operation.Pipeline;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.TestDatabase;
import dev.ashlar.testing.time.SettableClock;
import dev.ashlar.web.Authenticator;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Identification;
import dev.ashlar.web.server.ServerConfig;
import dev.ashlar.web.server.WebServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// A server with the REST surface over the test's entities, on a database of its own; actors say
/// their names in the header `X-Actor`.
final class RestWorld implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger statements = new AtomicInteger();
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final Map<String, Actor> actors = new ConcurrentHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final TestDatabase where;
  private final Driver driver;
  private final Database database;
  private final WebServer server;

  /// @param empty a database without tables, which stays so: the world is made on a copy
  RestWorld(TestDatabase empty) {
    where = empty.copy();
    driver = Drivers.open(vertx, DatabaseConfig.of(where.url()));
    Dialect dialect =
        where.kind() == DatabaseKind.POSTGRESQL ? new PostgresDialect() : new SqliteDialect();
    Model model = Model.of(Models_.all());
    createTables(dialect, model);
    database = new Database(new CountingDriver(driver, statements), dialect, model);
    Actions actions = new Actions(Map.of(Task_.MODEL, List.of(new Archive())));
    Access access = Policies.access();
    var pipeline = new Pipeline(database, Hooks.NONE, actions, () -> {});
    var rest =
        new RestSurface(
            pipeline,
            model,
            () -> access,
            actions,
            RestConfig.of("a secret for the cursors of tests"),
            clock);
    server =
        WebServer.builder(vertx, ServerConfig.DEFAULT.at("127.0.0.1", 0).withEventLoops(2))
            .routes(rest.routes())
            .errors(List.of(new Problems()))
            .authenticators(List.of(new ByName()))
            .start()
            .await();
    actors.put("admin", actor("admin", Set.of("*"), Map.of()));
  }

  private void createTables(Dialect dialect, Model model) {
    var journal = History.load("ashlar", RestWorld.class.getClassLoader());
    new Migrations(driver, dialect, List.of(journal), Migrations.Settings.of("test")).up();
    for (String sql : SchemaSql.of(dialect).create(SchemaImage.of(model.entities()))) {
      driver.change(Statement.of(sql), new Object[0]).await();
    }
  }

  // ---- actors ----

  /// Lets an actor be named.
  void know(String name, Set<String> everywhere, Map<UUID, Set<String>> inCrews) {
    actors.put(name, actor(name, everywhere, inCrews));
  }

  private static Actor actor(String name, Set<String> everywhere, Map<UUID, Set<String>> inCrews) {
    var teams = new LinkedHashMap<UUID, Set<Permission>>();
    inCrews.forEach((crew, held) -> teams.put(crew, permissions(held)));
    return new Actor(
        Optional.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
        name,
        permissions(everywhere),
        teams,
        Map.of());
  }

  private static Set<Permission> permissions(Set<String> texts) {
    return Set.copyOf(texts.stream().map(Permission::new).toList());
  }

  private final class ByName implements Authenticator {
    @Override
    public String scheme() {
      return "name";
    }

    @Override
    public String challenge() {
      return "Name";
    }

    @Override
    public Identification identify(Exchange exchange) {
      return exchange
          .header("X-Actor")
          .<Identification>map(
              name -> new Identification.Known(actors.getOrDefault(name, Actor.ANONYMOUS)))
          .orElseGet(Identification::absent);
    }
  }

  private static final class Archive implements Action<Task> {
    @Override
    public String name() {
      return "archive";
    }

    @Override
    public ChangeSet run(
        RequestContext context, EntityModel<Task> entity, ChangeSet row, String input) {
      return ChangeSet.of(entity).with(Task_.status, "ARCHIVED");
    }
  }

  // ---- requests ----

  /// An answer.
  record Reply(int status, HttpResponse<String> response) {
    String body() {
      return response.body();
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new UncheckedIOException("Not JSON: " + body(), e);
      }
    }

    /// The text at a JSON pointer.
    String at(String pointer) {
      return json().at(pointer).asText();
    }
  }

  Reply send(String actor, String method, String target, Map<String, String> headers, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!actor.isEmpty()) {
      request.header("X-Actor", actor);
    }
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + target + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Reply get(String actor, String target) {
    return send(actor, "GET", target, Map.of(), "");
  }

  Reply post(String actor, String target, String body) {
    return send(actor, "POST", target, Map.of(), body);
  }

  /// The key of a row created by the administrator.
  String create(String collection, String body) {
    Reply reply = post("admin", "/api/" + collection, body);
    if (reply.status() != 201) {
      throw new IllegalStateException("Not created: " + reply.body());
    }
    return reply.at("/id");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  // ---- what happened ----

  SettableClock clock() {
    return clock;
  }

  /// Statements and sessions since the last call.
  int statements() {
    return statements.getAndSet(0);
  }

  /// The plans kept.
  long plans() {
    return database.planUse().size();
  }

  /// Runs statements past the framework.
  void execute(String... statements) {
    for (String sql : statements) {
      driver.change(Statement.of(sql), new Object[0]).await();
    }
  }

  /// Does something while another transaction has run statements and is not committed.
  ///
  /// @return what came of it once that one was
  <V> V whileOpen(String sql, Callable<V> work) throws Exception {
    var session = driver.begin(Mode.WRITE).await();
    session.change(Statement.of(sql), new Object[0]).await();
    var task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    try {
      return task.get(300, TimeUnit.MILLISECONDS);
    } catch (TimeoutException waiting) {
      session.commit().await();
      return task.get(1, TimeUnit.MINUTES);
    }
  }

  boolean onPostgres() {
    return where.kind() == DatabaseKind.POSTGRESQL;
  }

  /// Rows of a table, as the database has them.
  long count(String table) {
    return driver
        .rows(
            new Statement("SELECT count(*) FROM " + table, List.of(), List.of(ValueType.LONG)),
            new Object[0])
        .await()
        .getFirst()
        .int64(0);
  }

  @Override
  public void close() {
    server.shutdown().await();
    driver.close().await();
    client.close();
    vertx.close().await();
    where.close();
  }
}
