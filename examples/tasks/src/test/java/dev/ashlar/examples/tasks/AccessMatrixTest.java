package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.postgres.PostgresDialect;
import dev.ashlar.data.sqlite.SqliteDialect;
import dev.ashlar.examples.tasks.ReferenceMatrix.Where;
import dev.ashlar.identity.login.Identity;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.Relation.Kind;
import dev.ashlar.runtime.Contributions;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.testing.access.Oracle;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every entity × operation × account × REST path of the example against the oracle.
@OnEveryDatabase
final class AccessMatrixTest {
  private static final List<String> ACCOUNTS =
      List.of("admin", "lead", "member", "guest", "outsider");
  private static final int SAMPLE = 12;

  private final TestDatabase where;
  private final Model model;
  private final Access access;
  private final Vertx vertx = Vertx.vertx();

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private RunningApplication application;

  @SuppressWarnings("NullAway.Init")
  private Snapshot rows;

  @SuppressWarnings("NullAway.Init")
  private Oracle oracle;

  @SuppressWarnings("NullAway.Init")
  private ExpectedWrites expected;

  private int checks;

  AccessMatrixTest(TestDatabase where) {
    this.where = where;
    var entities = new ArrayList<>(Identity.models());
    entities.addAll(Models_.all());
    this.model = Model.of(entities);
    var policies = new ArrayList<>(Identity.policies());
    policies.addAll(
        List.<Policy<?>>of(
            new ProjectPolicy(),
            new TaskPolicy(),
            new CommentPolicy(),
            new LabelPolicy(),
            new TaskLabelPolicy()));
    this.access = Access.of(Contributions.of(model, policies, List.of(), List.of()).policies());
  }

  @BeforeEach
  void start() throws IOException {
    application = RunningApplication.start(where.url(), folder);
    deleteSomeTasks();
    URI url = where.kind() == DatabaseKind.POSTGRESQL ? where.url() : file();
    Driver driver = Drivers.open(vertx, DatabaseConfig.of(url));
    var dialect =
        where.kind() == DatabaseKind.POSTGRESQL ? new PostgresDialect() : new SqliteDialect();
    rows = new Snapshot(new Database(driver, dialect, model));
    driver.close().toCompletionStage().toCompletableFuture().join();
    oracle = new Oracle(model, access.image(), rows);
    expected = new ExpectedWrites(model, rows, oracle);
  }

  /// So that there are rows that are hidden from everybody.
  private void deleteSomeTasks() {
    var found = get("admin", "/api/tasks?limit=3", "");
    for (Object each : new JsonObject(found.body()).getJsonArray("items")) {
      var task = (JsonObject) each;
      String version = "\"%d\"".formatted(task.getInteger("version"));
      var answer =
          application.as(
              "admin", "DELETE", "/api/tasks/" + task.getString("id"), "", "If-Match", version);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
  }

  /// The embedded database's file in the application's folder.
  private URI file() throws IOException {
    try (var files = Files.walk(folder)) {
      return URI.create(
          "sqlite:"
              + files.filter(each -> each.toString().endsWith(".db")).findFirst().orElseThrow());
    }
  }

  @AfterEach
  void stop() {
    application.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void agreesWithTheOracle() {
    var refused = EnumSet.noneOf(Where.class);
    for (String account : ACCOUNTS) {
      Actor actor = rows.actor(account);
      var references =
          new ReferenceMatrix(application, model, rows, oracle, this::check, account, actor);
      for (EntityModel<?> entity : model.entities()) {
        if (access.image().rules(entity).isPresent()) {
          lists(account, actor, entity);
          rows(account, actor, entity);
          relations(account, actor, entity);
          writes(account, actor, entity);
          creations(account, actor, entity);
          batches(account, actor, entity);
          refused.addAll(references.run(sample(rows.all(entity), 6)));
        }
      }
    }
    assertThat(refused).containsExactly(Where.HIDDEN, Where.DELETED, Where.MISSING);
    assertThat(checks).as("checks made").isGreaterThan(5_000);
    System.out.printf("access matrix on %s: %d checks%n", where.kind(), checks);
  }

  // ---- reads ----

  private void lists(String account, Actor actor, EntityModel<?> entity) {
    Set<UUID> visible = oracle.ids(actor, entity, Always.TRUE);
    var first = list(account, "/api/" + entity.plural() + "?limit=100", "count=exact");
    check(first.getLong("total"), (long) visible.size(), account, entity, "count");
    check(allPages(account, entity), new TreeSet<>(visible), account, entity, "list");
    for (Column<?, ?> column : entity.columns()) {
      sample(rows.all(entity), 2).forEach(row -> filtered(account, actor, entity, column, row));
    }
  }

  private void filtered(
      String account, Actor actor, EntityModel<?> entity, Column<?, ?> column, ChangeSet row) {
    Object value = row.stored(column);
    boolean internal = access.internal(column);
    if (value == null || !column.type().comparable() || internal) {
      return;
    }
    Condition filter =
        new Compare(Operator.EQ, column.term(), new Value(column.type(), value), false);
    var answer =
        get(
            account,
            "/api/%s?limit=100&%s=%s"
                .formatted(entity.plural(), column.property(), encoded(value.toString())),
            "");
    if (answer.statusCode() == 400) {
      check(
          hiddenFromAll(actor, entity, column),
          true,
          account,
          entity,
          "filter " + column + answer.body());
      return;
    }
    var expected = oracle.ids(actor, entity, filter);
    if (expected.size() < 100) {
      check(ids(answer), new TreeSet<>(expected), account, entity, "filter " + column);
    }
  }

  private boolean hiddenFromAll(Actor actor, EntityModel<?> entity, Column<?, ?> column) {
    return rows.all(entity).stream().noneMatch(row -> oracle.readable(actor, row, column));
  }

  private Set<UUID> allPages(String account, EntityModel<?> entity) {
    var found = new TreeSet<UUID>();
    String next = "";
    do {
      String after = next.isEmpty() ? "" : "&after=" + encoded(next);
      var page = list(account, "/api/%s?limit=100%s".formatted(entity.plural(), after), "");
      found.addAll(ids(page.getJsonArray("items")));
      next = page.getString("next") == null ? "" : page.getString("next");
    } while (!next.isEmpty());
    return found;
  }

  private void rows(String account, Actor actor, EntityModel<?> entity) {
    for (ChangeSet row : sample(rows.all(entity), SAMPLE)) {
      var answer = get(account, path(row), "");
      boolean visible = oracle.visible(actor, row);
      check(answer.statusCode(), visible ? 200 : 404, account, entity, "by id");
      if (visible) {
        var json = new JsonObject(answer.body());
        for (Column<?, ?> column : entity.columns()) {
          check(
              json.containsKey(column.property()),
              oracle.readable(actor, row, column),
              account,
              entity,
              "column " + column);
        }
      }
    }
  }

  private void relations(String account, Actor actor, EntityModel<?> entity) {
    for (Relation relation : model.relations(entity)) {
      var target = model.target(relation);
      if (access.image().rules(target).isEmpty()) {
        continue;
      }
      for (ChangeSet row : sample(rows.all(entity), 4)) {
        if (oracle.visible(actor, row)) {
          included(account, actor, row, relation);
        }
        if (relation.kind() == Kind.MANY) {
          nested(account, actor, row, relation);
        }
      }
    }
  }

  private void included(String account, Actor actor, ChangeSet row, Relation relation) {
    var answer = get(account, path(row) + "?include=" + relation.name(), "");
    if (answer.statusCode() != 200) {
      check(answer.statusCode(), 400, account, row.entity(), "include " + relation + answer.body());
      boolean hidden =
          relation.kind() == Kind.ONE
              && hiddenFromAll(actor, row.entity(), model.reference(relation));
      check(hidden, true, account, row.entity(), "include refused " + relation + answer.body());
      return;
    }
    var json = new JsonObject(answer.body());
    if (relation.kind() == Kind.MANY) {
      var expected = children(actor, row, relation);
      if (expected.size() <= 20) {
        check(
            ids(json.getJsonArray(relation.name())),
            expected,
            account,
            row.entity(),
            "include " + relation);
      }
    } else {
      Object id = row.stored(model.reference(relation));
      boolean seen =
          id != null
              && rows.row(model.target(relation), (UUID) id)
                  .map(it -> oracle.visible(actor, it))
                  .orElse(false);
      check(
          json.getValue(relation.name()) != null,
          seen,
          account,
          row.entity(),
          "include " + relation);
    }
  }

  private void nested(String account, Actor actor, ChangeSet row, Relation relation) {
    var answer = get(account, path(row) + "/" + relation.name() + "?limit=100", "");
    var expected = children(actor, row, relation);
    if (!oracle.visible(actor, row)) {
      check(answer.statusCode(), 404, account, row.entity(), "nested of unseen " + relation);
    } else if (expected.size() < 100) {
      check(ids(answer), expected, account, row.entity(), "nested " + relation);
    }
  }

  private Set<UUID> children(Actor actor, ChangeSet row, Relation relation) {
    Column<?, ?> reference = model.reference(relation);
    Object id = row.stored(row.entity().id());
    return rows.all(model.target(relation)).stream()
        .filter(child -> id != null && id.equals(child.stored(reference)))
        .filter(child -> oracle.visible(actor, child))
        .filter(child -> oracle.readable(actor, child, reference))
        .map(child -> (UUID) child.stored(child.entity().id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // ---- writes, each undone by the server ----

  private void writes(String account, Actor actor, EntityModel<?> entity) {
    var version = entity.inRole(dev.ashlar.model.query.ColumnSpec.Role.VERSION);
    for (ChangeSet row : sample(rows.all(entity), SAMPLE)) {
      String match = version.map(column -> "\"" + row.stored(column) + "\"").orElse("\"*\"");
      var headers =
          version.isPresent()
              ? new String[] {"If-Match", match, "Prefer", "tx=rollback"}
              : new String[] {"Prefer", "tx=rollback"};
      var patched = application.as(account, "PATCH", path(row), "{}", headers);
      int status = expected.update(actor, row);
      check(patched.statusCode(), status, account, entity, "update " + patched.body());
      var deleted = application.as(account, "DELETE", path(row), "", headers);
      status = expected.delete(actor, row);
      if (!(status == 204 && deleted.statusCode() == 409)) {
        check(deleted.statusCode(), status, account, entity, "delete " + deleted.body());
      }
    }
    if (entity == Task_.MODEL) {
      sample(rows.all(entity), SAMPLE).forEach(row -> archived(account, actor, row));
    }
  }

  private void archived(String account, Actor actor, ChangeSet row) {
    var answer =
        application.as(
            account, "POST", path(row) + "/actions/archive", "", "Prefer", "tx=rollback");
    check(
        answer.statusCode(),
        expected.archive(actor, row),
        account,
        row.entity(),
        "archive " + answer.body());
  }

  /// Makes each sampled row once more under another key, as far as its unique keys let it.
  private void creations(String account, Actor actor, EntityModel<?> entity) {
    for (ChangeSet row : sample(rows.all(entity), 6)) {
      int status = expected.create(actor, row);
      created(account, entity, "/api/" + entity.plural(), ExpectedWrites.body(row), status);
      for (Column<?, ?> column : entity.columns()) {
        if (column instanceof RefColumn<?, ?> reference
            && row.stored(column) instanceof UUID parent) {
          createdBelow(account, actor, row, reference, parent);
        }
      }
    }
  }

  private void created(
      String account, EntityModel<?> entity, String path, JsonObject body, int status) {
    var answer = application.as(account, "POST", path, body.encode(), "Prefer", "tx=rollback");
    if (!(status == 201 && answer.statusCode() == 409)) {
      check(answer.statusCode(), status, account, entity, "create " + path + " " + answer.body());
    }
  }

  /// The same in the collection of the row that it refers to.
  private void createdBelow(
      String account, Actor actor, ChangeSet row, RefColumn<?, ?> reference, UUID id) {
    var target = model.target(reference.relation());
    var parent = rows.row(target, id);
    var below =
        model.relations(target).stream()
            .filter(relation -> relation.kind() == Kind.MANY)
            .filter(relation -> model.reference(relation) == reference)
            .findFirst();
    if (parent.isEmpty() || below.isEmpty()) {
      return;
    }
    var body = ExpectedWrites.body(row);
    body.remove(reference.property());
    created(
        account,
        row.entity(),
        path(parent.get()) + "/" + below.get().name(),
        body,
        oracle.visible(actor, parent.get()) ? expected.create(actor, row) : 404);
  }

  private void batches(String account, Actor actor, EntityModel<?> entity) {
    new BatchMatrix(application, expected, this::check, account, actor, entity)
        .run(sample(rows.all(entity), 6));
  }

  // ---- pieces ----

  private void check(
      Object found, Object expected, String account, EntityModel<?> entity, String what) {
    checks++;
    assertThat(found).as("%s on %s: %s", account, entity, what).isEqualTo(expected);
  }

  private static List<ChangeSet> sample(Iterable<ChangeSet> all, int size) {
    var list = new ArrayList<ChangeSet>();
    all.forEach(list::add);
    var some = new ArrayList<ChangeSet>();
    for (int i = 0; i < Math.min(size, list.size()); i++) {
      some.add(list.get((int) ((long) i * list.size() / Math.min(size, list.size()))));
    }
    return some;
  }

  private static String path(ChangeSet row) {
    return "/api/%s/%s".formatted(row.entity().plural(), row.stored(row.entity().id()));
  }

  private JsonObject list(String account, String path, String prefer) {
    var answer = get(account, path, prefer);
    assertThat(answer.statusCode()).as("%s as %s: %s", path, account, answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private HttpResponse<String> get(String account, String path, String prefer) {
    return prefer.isEmpty()
        ? application.as(account, "GET", path, "")
        : application.as(account, "GET", path, "", "Prefer", prefer);
  }

  private static Set<UUID> ids(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ids(new JsonObject(answer.body()).getJsonArray("items"));
  }

  private static Set<UUID> ids(JsonArray items) {
    return items.stream()
        .map(item -> UUID.fromString(((JsonObject) item).getString("id")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
