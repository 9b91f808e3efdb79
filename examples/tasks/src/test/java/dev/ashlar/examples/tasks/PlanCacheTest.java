package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is asked a second time, with other values, finds its plan: nothing is compiled again. The
/// metrics say so.
@OnEveryDatabase
final class PlanCacheTest {
  private static final int TURNS = 3;
  private static final List<String> WORDS = List.of("Repair", "Survey the", "keystone, part 3");
  private static final List<String> STATUSES =
      List.of("OPEN", "IN_PROGRESS,DONE", "OPEN,DONE,ARCHIVED");

  private final TestDatabase where;
  private final Map<String, Request> kinds = new LinkedHashMap<>();

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private RunningApplication application;

  private List<JsonObject> tasks = List.of();
  private List<JsonObject> projects = List.of();
  private List<JsonObject> labels = List.of();

  PlanCacheTest(TestDatabase where) {
    this.where = where;
  }

  /// Asks with the values of a turn.
  private interface Request {
    HttpResponse<String> send(int turn);
  }

  /// The metrics of the cache.
  private record Use(double hits, double misses, double plans) {}

  @BeforeEach
  void start() {
    application = RunningApplication.start(where.url(), folder);
    projects = items(ask("GET", "/api/projects?limit=" + TURNS, ""));
    labels = items(ask("GET", "/api/labels?limit=" + TURNS, ""));
    var rows = new JsonArray();
    for (int i = 0; i < 100; i++) {
      rows.add(task("Task %d of its own".formatted(i), i % 6));
    }
    tasks =
        new JsonObject(ask("POST", "/api/tasks", rows.encode()).body())
            .getJsonArray("results").stream()
                .map(result -> ((JsonObject) result).getJsonObject("row"))
                .toList();
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  @Timeout(60)
  void findsThePlanOfEveryRepeatedShape() {
    reads();
    lists();
    creations();
    changes();
    kinds.values().forEach(kind -> accepted(kind.send(0)));
    var before = use();
    for (int turn = 1; turn < TURNS; turn++) {
      for (var kind : kinds.entrySet()) {
        var start = use();
        accepted(kind.getValue().send(turn));
        var end = use();
        assertThat(end.misses())
            .as("misses after %s with the values of turn %d", kind.getKey(), turn)
            .isEqualTo(start.misses());
        assertThat(end.hits()).as("hits after %s", kind.getKey()).isGreaterThan(start.hits());
      }
    }
    var after = use();
    assertThat(after.plans()).isEqualTo(before.plans()).isPositive();
    System.out.printf(
        "plan cache on %s: %d kinds of request, twice again: %.0f hits, no miss, %.0f plans%n",
        where.kind(), kinds.size(), after.hits() - before.hits(), after.plans());
  }

  @Test
  @Timeout(60)
  void compilesANewShapeOnceForAllWhoHoldTheSame() {
    // Both are members, of different teams.
    application.token("member");
    application.token("outsider");
    var before = use();
    accepted(application.as("member", "GET", "/api/tasks?priority.gte=3", ""));
    var first = use();
    assertThat(first.misses()).isGreaterThan(before.misses());
    assertThat(first.plans()).isGreaterThan(before.plans());

    accepted(application.as("outsider", "GET", "/api/tasks?priority.gte=2", ""));
    assertThat(use().misses()).isEqualTo(first.misses());
  }

  // ---- the kinds of request ----

  private void reads() {
    kinds.put("a row", turn -> ask("GET", task(turn), ""));
    kinds.put(
        "a row that is known",
        turn -> ask("GET", task(turn), "", "If-None-Match", tag(tasks.get(turn))));
    kinds.put("some columns", turn -> ask("GET", task(turn) + "?select=id,title", ""));
    kinds.put(
        "a row with what it refers to",
        turn ->
            ask(
                "GET",
                task(turn)
                    + "?include=project,assignee,comments.author&comments.limit="
                    + (2 + turn),
                ""));
    kinds.put("who I am", _ -> ask("GET", "/api/auth/me", ""));
  }

  private void lists() {
    kinds.put("a list", turn -> ask("GET", "/api/tasks?limit=" + (5 + turn), ""));
    kinds.put(
        "a list by keys",
        turn ->
            ask(
                "GET",
                "/api/tasks?priority.gte=%d&status.in=%s&title.contains=%s&order=-createdAt"
                    .formatted(turn, STATUSES.get(turn), encoded(WORDS.get(turn))),
                ""));
    kinds.put(
        "a list by an expression",
        turn ->
            ask(
                "GET",
                "/api/tasks?where="
                    + encoded(
                        "{\"or\":[{\"priority\":{\"lt\":%d}},{\"comments\":{\"any\":{\"body\":{\"contains\":\"%s\"}}}}]}"
                            .formatted(turn, WORDS.get(turn))),
                ""));
    kinds.put("a search", turn -> ask("GET", "/api/tasks?search=" + encoded(WORDS.get(turn)), ""));
    kinds.put("a second page", this::secondPage);
    kinds.put(
        "a count", turn -> ask("GET", "/api/tasks?priority=" + turn, "", "Prefer", "count=exact"));
    kinds.put(
        "a list with lists",
        turn ->
            ask(
                "GET",
                "/api/projects?include=tasks.comments&tasks.limit=%d&limit=%d&tasks.where=%s"
                    .formatted(
                        2 + turn, 3 + turn, encoded("{\"priority\":{\"gte\":%d}}".formatted(turn))),
                ""));
    kinds.put(
        "a nested list",
        turn -> ask("GET", "/api/projects/%s/tasks".formatted(id(projects.get(turn))), ""));
  }

  private HttpResponse<String> secondPage(int turn) {
    var first = ask("GET", "/api/tasks?order=title&limit=" + (3 + turn), "");
    String next = new JsonObject(first.body()).getString("next");
    return ask("GET", "/api/tasks?order=title&limit=7&after=" + encoded(next), "");
  }

  private void creations() {
    kinds.put("a creation", turn -> ask("POST", "/api/tasks", task("New " + turn, turn).encode()));
    kinds.put(
        "a creation under a key",
        turn ->
            ask(
                "POST",
                "/api/tasks",
                task("Keyed " + turn, turn).encode(),
                "Idempotency-Key",
                "key-" + turn));
    kinds.put(
        "a creation sent again",
        turn -> {
          String body = task("Again " + turn, turn).encode();
          ask("POST", "/api/tasks", body, "Idempotency-Key", "again-" + turn);
          return ask("POST", "/api/tasks", body, "Idempotency-Key", "again-" + turn);
        });
    kinds.put(
        "a nested creation",
        turn ->
            ask(
                "POST",
                "/api/projects/%s/tasks".formatted(id(projects.get(turn))),
                "{\"title\":\"Below %d\",\"status\":\"DONE\",\"priority\":%d}"
                    .formatted(turn, turn)));
    kinds.put(
        "a list of creations",
        turn -> {
          var rows = new JsonArray();
          for (int i = 0; i < 2 + turn; i++) {
            rows.add(task("Listed %d".formatted(i), i));
          }
          return ask("POST", "/api/tasks", rows.encode());
        });
    kinds.put(
        "an upsert",
        turn ->
            ask(
                "POST",
                "/api/labels?on=teamId,name",
                new JsonObject()
                    .put("teamId", labels.get(turn).getString("teamId"))
                    .put("name", labels.get(turn).getString("name"))
                    .put("color", "#00000" + turn)
                    .encode()));
  }

  private void changes() {
    kinds.put("a change", turn -> patch(10 + turn, "{\"title\":\"Changed %d\"}".formatted(turn)));
    kinds.put(
        "a change under a key",
        turn ->
            patch(
                13 + turn,
                "{\"priority\":%d,\"status\":\"DONE\"}".formatted((14 + turn) % 6),
                "Idempotency-Key",
                "change-" + turn));
    kinds.put(
        "a dry run",
        turn ->
            patch(16 + turn, "{\"title\":\"Tried %d\"}".formatted(turn), "Prefer", "tx=rollback"));
    kinds.put("a removal", turn -> remove(20 + turn));
    kinds.put(
        "a restoration",
        turn -> {
          remove(30 + turn);
          return ask("POST", task(30 + turn) + "/restore", "");
        });
    kinds.put("an action", turn -> ask("POST", task(40 + turn) + "/actions/archive", ""));
    kinds.put(
        "a batch",
        turn -> {
          var operations =
              new JsonArray()
                  .add(
                      operation("update", 50 + turn)
                          .put("values", new JsonObject().put("title", "In a batch " + turn)))
                  .add(operation("delete", 60 + turn))
                  .add(operation("invoke", 70 + turn).put("action", "archive"));
          return ask("POST", "/api/tasks", new JsonObject().put("operations", operations).encode());
        });
  }

  private JsonObject operation(String what, int task) {
    return new JsonObject()
        .put("op", what)
        .put("id", id(tasks.get(task)))
        .put("version", tasks.get(task).getInteger("version"));
  }

  private HttpResponse<String> patch(int task, String body, String... headers) {
    var all = new ArrayList<>(List.of("If-Match", tag(tasks.get(task))));
    all.addAll(List.of(headers));
    return ask("PATCH", task(task), body, all.toArray(String[]::new));
  }

  private HttpResponse<String> remove(int task) {
    return ask("DELETE", task(task), "", "If-Match", tag(tasks.get(task)));
  }

  // ---- pieces ----

  private HttpResponse<String> ask(String method, String path, String body, String... headers) {
    return application.as("lead", method, path, body, headers);
  }

  private static void accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as("%s: %s", answer.request(), answer.body())
        .isBetween(200, 304);
  }

  private JsonObject task(String title, int priority) {
    return new JsonObject()
        .put("title", title)
        .put("status", "OPEN")
        .put("priority", priority)
        .put("projectId", id(projects.getFirst()));
  }

  private String task(int number) {
    return "/api/tasks/" + id(tasks.get(number));
  }

  private static String tag(JsonObject row) {
    return "\"%d\"".formatted(row.getInteger("version"));
  }

  private static String id(JsonObject row) {
    return row.getString("id");
  }

  private static List<JsonObject> items(HttpResponse<String> answer) {
    return new JsonObject(answer.body())
        .getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Use use() {
    String page = ask("GET", "/metrics", "").body();
    return new Use(
        value(page, "ashlar_plan_cache_hits_total"),
        value(page, "ashlar_plan_cache_misses_total"),
        value(page, "ashlar_plan_cache_plans"));
  }

  private static double value(String page, String metric) {
    var line = Pattern.compile("^" + metric + " (\\S+)$", Pattern.MULTILINE).matcher(page);
    assertThat(line.find()).as("%s in %s", metric, page).isTrue();
    return Double.parseDouble(line.group(1));
  }
}
