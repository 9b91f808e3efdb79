package dev.ashlar.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

// Long because: it is one table of requests and answers, a case for each promise of a write.
/// What writes do and answer: stories of requests, each a row of data with the changes that must
/// have been written down.
@OnEveryDatabase
final class WritingTest {
  private static final String TASK =
      "{\"title\":\"New\",\"status\":\"OPEN\",\"priority\":2,\"projectId\":\"{alpha}\"}";

  private final RestWorld world;
  private final Map<String, String> keys;

  WritingTest(TestDatabase where) {
    world = new RestWorld(where);
    keys = Fixture.fill(world);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void story(Step... steps) {
    for (Step step : steps) {
      step.run(world, keys);
    }
  }

  private String created(Step step) {
    return step.run(world, keys).at("/id");
  }

  private static Step lead(String request, int status, String... expected) {
    return Step.of("lead", request, status, expected);
  }

  @Test
  void createsARow() {
    var reply =
        lead(
                "POST /api/tasks",
                201,
                "/title = New",
                "/version = 1",
                "/estimate = null",
                "ETag: \"1\"")
            .sending(TASK)
            .journalling(1)
            .run(world, keys);

    assertThat(reply.header("Location")).contains("/api/tasks/" + reply.at("/id"));
    story(lead("GET /api/tasks/" + reply.at("/id"), 200, "/title = New"));
    assertThat(world.count("ashlar_outbox")).isEqualTo(world.count("ashlar_audit"));
  }

  @Test
  void answersWithoutTheRowWhenAsked() {
    var reply =
        lead(
                "POST /api/tasks",
                201,
                "Preference-Applied: return=minimal",
                "ETag: \"1\"",
                "Content-Type: ")
            .with("Prefer", "return=minimal")
            .sending(TASK)
            .journalling(1)
            .run(world, keys);

    assertThat(reply.body()).isEmpty();
    story(
        lead("PATCH /api/tasks/{t1}", 204, "ETag: \"2\"")
            .with("If-Match", "\"1\"")
            .with("Prefer", "return=minimal")
            .sending("{\"title\":\"Other\"}")
            .journalling(1),
        lead(
                "PATCH /api/tasks/{t1}",
                200,
                "/version = 3",
                "Preference-Applied: return=representation")
            .with("If-Match", "\"2\"")
            .with("Prefer", "return=representation, unheard-of")
            .sending("{\"title\":\"Another\"}")
            .journalling(1));
  }

  @Test
  void refusesWhatDoesNotFit() {
    story(
        lead(
                "POST /api/tasks",
                422,
                "/code = invalid",
                "/errors/0/pointer = /title",
                "/errors/0/code = not_blank",
                "/errors/1/pointer = /priority")
            .sending(
                "{\"title\":\" \",\"status\":\"OPEN\",\"priority\":9,\"projectId\":\"{alpha}\"}"),
        lead("POST /api/tasks", 422, "/errors/0/code = required", "/errors size 3")
            .sending("{\"priority\":1}"),
        lead(
                "POST /api/tasks",
                422,
                "/errors size 4",
                "/errors/0/pointer = /title",
                "/errors/1/pointer = /status",
                "/errors/2/pointer = /priority",
                "/errors/3/pointer = /extra")
            .sending("{\"title\":1,\"status\":\"GONE\",\"priority\":\"x\",\"extra\":{\"a\":[1]}}"),
        lead(
                "POST /api/tasks",
                422,
                "/errors/0/pointer = /project",
                "/errors/0/message = A reference is given by its key, as projectId.")
            .sending("{\"project\":{\"id\":\"{alpha}\"}}"),
        lead("POST /api/tasks", 422, "/errors/0/pointer = /version", "/errors/0/code = read_only")
            .sending(
                "{\"title\":\"x\",\"status\":\"OPEN\",\"priority\":1,\"projectId\":\"{alpha}\",\"version\":3}"),
        lead(
                "POST /api/tasks",
                422,
                "/errors/0/pointer = /title",
                "/errors/0/code = duplicate_property")
            .sending(
                "{\"title\":\"x\",\"title\":\"y\",\"status\":\"OPEN\",\"priority\":1,\"projectId\":\"{alpha}\"}"),
        // A row that may not be seen is as one that does not exist.
        lead(
                "POST /api/tasks",
                422,
                "/errors/0/pointer = /projectId",
                "/errors/0/code = unknown_reference")
            .sending(
                "{\"title\":\"x\",\"status\":\"OPEN\",\"priority\":1,\"projectId\":\"{beta}\"}"),
        Step.of(
                "member",
                "POST /api/tasks",
                403,
                "/errors/0/pointer = /estimate",
                "/errors/0/code = not_writable")
            .sending(
                "{\"title\":\"x\",\"status\":\"OPEN\",\"priority\":1,\"projectId\":\"{alpha}\",\"estimate\":1}"),
        Step.of("", "POST /api/tasks", 401).sending(TASK),
        Step.of("lead", "POST /api/crews", 403, "/code = forbidden").sending("{\"name\":\"C\"}"),
        Step.of("admin", "POST /api/crews", 409, "/code = conflict").sending("{\"name\":\"A\"}"),
        lead("POST /api/tasks", 400, "/code = malformed_json").sending("{\"title\":"),
        lead("POST /api/tasks", 400, "/code = malformed_json").sending("{} {}"),
        lead("POST /api/tasks", 422, "/errors/0/code = wrong_type").sending("\"text\""),
        lead("POST /api/tasks", 422, "/errors/0/code = wrong_type").sending("null"),
        lead("POST /api/tasks", 415).with("Content-Type", "text/plain").sending(TASK),
        lead("POST /api/tasks?select=id", 400, "/errors/0/pointer = /select").sending(TASK));
  }

  @Test
  void patchesWithTheVersionSeen() {
    story(
        lead("PATCH /api/tasks/{t1}", 428, "/code = version_required").sending("{\"title\":\"x\"}"),
        lead("PATCH /api/tasks/{t1}", 428).with("If-Match", "*").sending("{\"title\":\"x\"}"),
        lead("PATCH /api/tasks/{t1}", 400, "/code = invalid_header")
            .with("If-Match", "1")
            .sending("{}"),
        lead("PATCH /api/tasks/{t1}", 400).with("If-Match", "\"1\", \"2\"").sending("{}"),
        lead("PATCH /api/tasks/{t1}", 412).with("If-Match", "W/\"1\"").sending("{}"),
        lead("PATCH /api/tasks/{t1}", 412).with("If-Match", "\"x\"").sending("{}"),
        lead("PATCH /api/tasks/{t1}", 412).with("If-Match", "\"99999999999\"").sending("{}"),
        lead("PATCH /api/tasks/{t1}", 412, "/code = stale_version")
            .with("If-Match", "\"7\"")
            .sending("{\"title\":\"x\"}"),
        lead(
                "PATCH /api/tasks/{t1}",
                200,
                "/title = x",
                "/version = 2",
                "/priority = 1",
                "/estimate = 1.5",
                "ETag: \"2\"")
            .with("If-Match", "\"1\"")
            .sending("{\"title\":\"x\"}")
            .journalling(1),
        lead("PATCH /api/tasks/{t1}", 412).with("If-Match", "\"1\"").sending("{\"title\":\"y\"}"),
        // Absent is not null.
        lead("PATCH /api/tasks/{t1}", 200, "/estimate = null", "/title = x", "/version = 3")
            .with("If-Match", "\"2-abc\"")
            .with("Content-Type", "application/merge-patch+json")
            .sending("{\"estimate\":null}")
            .journalling(1),
        lead(
                "PATCH /api/tasks/{t1}",
                422,
                "/errors/0/pointer = /title",
                "/errors/0/code = required")
            .with("If-Match", "\"3\"")
            .sending("{\"title\":null}"),
        // Nothing changed is nothing done.
        lead("PATCH /api/tasks/{t1}", 200, "/version = 3").with("If-Match", "\"3\"").sending("{}"),
        lead("PATCH /api/tasks/{t1}", 200, "/version = 3")
            .with("If-Match", "\"3\"")
            .sending("{\"title\":\"x\"}"),
        lead("PATCH /api/tasks/{b0}", 404).with("If-Match", "\"1\"").sending("{\"title\":\"x\"}"),
        lead("PATCH /api/tasks/{t1}?on=id", 400, "/errors/0/pointer = /on")
            .with("If-Match", "\"3\"")
            .sending("{}"),
        Step.of("member", "PATCH /api/tasks/{t2}", 403, "/errors/0/pointer = /estimate")
            .with("If-Match", "\"1\"")
            .sending("{\"estimate\":4}"),
        Step.of("member", "PATCH /api/tasks/{t2}", 200, "/title = m", "/redacted size 2")
            .with("If-Match", "\"1\"")
            .sending("{\"title\":\"m\"}")
            .journalling(1),
        // Without versions, none is named.
        Step.of("admin", "PATCH /api/crews/{crewB}", 200, "/name = BB", "ETag: ")
            .sending("{\"name\":\"BB\"}")
            .journalling(1),
        Step.of("admin", "PATCH /api/crews/{crewB}", 412)
            .with("If-Match", "\"1\"")
            .sending("{\"name\":\"B\"}"));
  }

  @Test
  void replacesARow() {
    story(
        lead(
                "PUT /api/tasks/{t1}",
                200,
                "/title = Whole",
                "/estimate = null",
                "/assigneeId = {ben}",
                "/version = 2")
            .with("If-Match", "\"1\"")
            .sending(
                "{\"id\":\"{t1}\",\"version\":17,\"createdAt\":\"whenever\",\"title\":\"Whole\",\"status\":\"DONE\",\"priority\":0,\"projectId\":\"{alpha}\",\"assigneeId\":\"{ben}\"}")
            .journalling(1),
        lead("PUT /api/tasks/{t1}", 422, "/errors size 2", "/errors/0/code = required")
            .with("If-Match", "\"2\"")
            .sending("{\"title\":\"Half\",\"status\":\"DONE\"}"),
        lead("PUT /api/tasks/{t1}", 428).sending("{}"),
        // What she may not see is not hers to erase.
        Step.of("member", "PUT /api/tasks/{t4}", 200, "/title = By a member")
            .with("If-Match", "\"1\"")
            .sending(
                "{\"title\":\"By a"
                    + " member\",\"status\":\"OPEN\",\"priority\":0,\"projectId\":\"{alpha}\"}")
            .journalling(1),
        lead("GET /api/tasks/{t4}", 200, "/estimate = 4.5", "/assigneeId = {ann}"));
  }

  @Test
  void deletesAndRestores() {
    story(
        lead("DELETE /api/tasks/{t1}", 428),
        lead("DELETE /api/tasks/{t1}", 412).with("If-Match", "\"2\""),
        Step.of("member", "DELETE /api/tasks/{t1}", 403).with("If-Match", "\"1\""),
        Step.of("outsider", "DELETE /api/tasks/{t1}", 404).with("If-Match", "\"1\""),
        lead("DELETE /api/tasks/{t1}", 204).with("If-Match", "\"1\"").journalling(1),
        lead("DELETE /api/tasks/{t1}", 404).with("If-Match", "\"1\""),
        lead("GET /api/tasks/{t1}", 404),
        lead("GET /api/tasks?title=Task 01", 200, "/items size 0"),
        lead("GET /api/projects/{alpha}/tasks?title=Task 01", 200, "/items size 0"),
        Step.of("member", "POST /api/tasks/{t1}/restore", 403),
        Step.of("outsider", "POST /api/tasks/{t1}/restore", 404),
        lead("POST /api/tasks/{t1}/restore", 412).with("If-Match", "\"1\""),
        lead("POST /api/tasks/{t1}/restore", 200, "/deletedAt = null", "/version = 3")
            .journalling(1),
        lead("GET /api/tasks/{t1}", 200, "/title = Task 01"),
        lead("POST /api/tasks/{t1}/restore", 404),
        lead("POST /api/comments/{c0}/restore", 404),
        lead("DELETE /api/comments/{c0}", 204).journalling(1),
        lead("GET /api/comments/{c0}", 404));
  }

  @Test
  void runsActions() {
    story(
        lead("POST /api/tasks/{t1}/actions/archive", 412).with("If-Match", "\"7\""),
        lead(
                "POST /api/tasks/{t1}/actions/archive",
                200,
                "/status = ARCHIVED",
                "/version = 2",
                "ETag: \"2\"")
            .with("If-Match", "\"1\"")
            .journalling(1),
        lead("POST /api/tasks/{t3}/actions/archive", 200)
            .sending("{\"why\":\"done\"}")
            .journalling(1),
        lead("POST /api/tasks/{t3}/actions/archive", 400, "/code = malformed_json").sending("{"),
        lead("POST /api/tasks/{t3}/actions/explode", 404),
        Step.of("outsider", "POST /api/tasks/{t1}/actions/archive", 404),
        // What is archived stays as it is.
        lead("PATCH /api/tasks/{t1}", 403).with("If-Match", "\"2\"").sending("{\"title\":\"x\"}"));
  }

  @Test
  void writesWithinAParent() {
    String id =
        created(
            lead("POST /api/projects/{alpha}/tasks", 201, "/projectId = {alpha}")
                .sending("{\"title\":\"Nested\",\"status\":\"OPEN\",\"priority\":2}")
                .journalling(1));
    story(
        lead("GET /api/tasks/" + id, 200, "/title = Nested"),
        lead("POST /api/projects/{beta}/tasks", 404, "/code = not_found")
            .sending("{\"title\":\"Nested\",\"status\":\"OPEN\",\"priority\":2}"),
        lead(
                "POST /api/projects/{alpha}/tasks",
                422,
                "/errors/0/pointer = /projectId",
                "/errors/0/code = not_the_parent")
            .sending(
                "{\"title\":\"x\",\"status\":\"OPEN\",\"priority\":2,\"projectId\":\"{beta}\"}"),
        lead(
                "POST /api/projects/{alpha}/tasks",
                200,
                "/results size 2",
                "/results/1/row/projectId = {alpha}")
            .sending(
                "[{\"title\":\"a\",\"status\":\"OPEN\",\"priority\":2},{\"title\":\"b\",\"status\":\"OPEN\",\"priority\":2}]")
            .journalling(2));
  }

  @Test
  void changesWhatIsThereByItsKey() {
    story(
        Step.of("admin", "POST /api/people?on=email", 201, "/version = 1")
            .sending("{\"email\":\"cat@example.com\",\"name\":\"Cat\",\"crewId\":\"{crewA}\"}")
            .journalling(1),
        Step.of("admin", "POST /api/people?on=email", 200, "/name = Kitty", "/version = 2")
            .sending("{\"email\":\"cat@example.com\",\"name\":\"Kitty\",\"crewId\":\"{crewA}\"}")
            .journalling(1),
        Step.of(
                "admin",
                "POST /api/people?on=name",
                400,
                "/errors/0/code = unknown_key",
                "/errors/0/pointer = /on")
            .sending("{\"email\":\"cat@example.com\",\"name\":\"Kitty\",\"crewId\":\"{crewA}\"}"),
        Step.of("admin", "POST /api/people?on=email", 422, "/errors/0/pointer = /email")
            .sending("{\"name\":\"Kitty\"}"));
  }

  @Test
  void doesABatchWhollyOrNotAtAll() {
    story(
        lead(
                "POST /api/tasks",
                200,
                "/results size 4",
                "/results/0/op = create",
                "/results/0/row/title = New",
                "/results/1/op = update",
                "/results/1/version = 2",
                "/results/1/row/title = In a batch",
                "/results/2/op = delete",
                "/results/2/row absent",
                "/results/3/op = invoke",
                "/results/3/row/status = ARCHIVED")
            .sending(
                "{\"operations\":[{\"op\":\"create\",\"values\":"
                    + TASK
                    + "},{\"op\":\"update\",\"id\":\"{t1}\",\"version\":1,\"values\":{\"title\":\"In"
                    + " a batch\"}},"
                    + "{\"op\":\"delete\",\"id\":\"{t2}\",\"version\":1},{\"op\":\"invoke\",\"id\":\"{t3}\",\"action\":\"archive\",\"input\":{\"a\":[1]}}]}")
            .journalling(4),
        lead(
                "POST /api/tasks",
                412,
                "/errors/0/pointer = /operations/1",
                "/errors/0/code = stale_version")
            .sending(
                "{\"operations\":[{\"op\":\"create\",\"values\":"
                    + TASK
                    + "},{\"op\":\"update\",\"id\":\"{t1}\",\"version\":1,\"values\":{\"title\":\"Again\"}}]}"),
        lead("POST /api/tasks", 422, "/errors/0/pointer = /operations/1/values/title")
            .sending(
                "{\"operations\":[{\"op\":\"create\",\"values\":"
                    + TASK
                    + "},{\"op\":\"update\",\"id\":\"{t1}\",\"version\":2,\"values\":{\"title\":\"\"}}]}"),
        lead("POST /api/tasks", 422, "/errors/0/pointer = /1/priority", "/errors/0/code = max")
            .sending(
                "["
                    + TASK
                    + ",{\"title\":\"b\",\"status\":\"OPEN\",\"priority\":20,\"projectId\":\"{alpha}\"}]"),
        lead("POST /api/tasks", 422, "/errors/0/pointer = /0/priority", "/errors/1/pointer = /1")
            .sending("[{\"priority\":\"x\"},3]"),
        lead("POST /api/tasks", 422, "/errors/0/code = required").sending("[]"),
        lead("POST /api/tasks", 422, "/errors/0/pointer = /operations")
            .sending("{\"operations\":[]}"),
        lead("POST /api/tasks", 422, "/errors/0/pointer = /operations")
            .sending("{\"operations\":{}}"),
        lead(
                "POST /api/tasks",
                422,
                "/errors size 7",
                "/errors/0/pointer = /operations/0/op",
                "/errors/1/pointer = /operations/1/id",
                "/errors/2/pointer = /operations/2/op",
                "/errors/3/pointer = /operations/3/id",
                "/errors/4/pointer = /operations/3/values",
                "/errors/5/pointer = /operations/4",
                "/errors/6/pointer = /more")
            .sending(
                "{\"operations\":[{\"op\":\"explode\"},{\"op\":\"delete\",\"id\":3},{},{\"op\":\"update\"},1],\"more\":[1]}"),
        lead("POST /api/tasks", 422, "/code = too_many_affected")
            .with("Prefer", "max-affected=1")
            .sending("[" + TASK + "," + TASK + "]"),
        lead(
                "POST /api/tasks",
                200,
                "/results/0/row absent",
                "Preference-Applied: return=minimal, max-affected=2")
            .with("Prefer", "return=minimal, max-affected=2")
            .sending("[" + TASK + "," + TASK + "]")
            .journalling(2),
        lead("POST /api/tasks", 400, "/code = invalid_header")
            .with("Prefer", "max-affected=-1")
            .sending(TASK),
        lead("POST /api/tasks", 400, "/code = invalid_header")
            .with("Prefer", "tx=maybe")
            .sending(TASK),
        lead("POST /api/tasks", 422, "/errors/0/code = too_many")
            .sending("[" + "{},".repeat(1000) + "{}]"));
  }

  @Test
  void keepsNothingOfADryRun() {
    story(
        lead(
                "POST /api/tasks",
                201,
                "/title = New",
                "Location: ",
                "Preference-Applied: tx=rollback")
            .with("Prefer", "tx=rollback")
            .sending(TASK),
        lead("GET /api/tasks?title=New", 200, "/items size 0"),
        lead("DELETE /api/tasks/{t1}", 204).with("If-Match", "\"1\"").with("Prefer", "tx=rollback"),
        lead("GET /api/tasks/{t1}", 200),
        lead("POST /api/tasks", 422).with("Prefer", "tx=rollback").sending("{}"));
  }

  @Test
  void doesOneRequestOnce() {
    var first =
        lead("POST /api/tasks", 201, "Idempotency-Replayed: ")
            .with("Idempotency-Key", "one")
            .sending(TASK)
            .journalling(1)
            .run(world, keys);
    var second =
        lead("POST /api/tasks", 201, "Idempotency-Replayed: true", "/title = New")
            .with("Idempotency-Key", "one")
            .sending(TASK)
            .run(world, keys);

    assertThat(second.at("/id")).isEqualTo(first.at("/id"));
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    story(
        lead("POST /api/tasks", 422, "/code = idempotency_key_reused")
            .with("Idempotency-Key", "one")
            .sending(TASK.replace("New", "Newer")),
        Step.of("member", "POST /api/tasks", 201, "Idempotency-Replayed: ")
            .with("Idempotency-Key", "one")
            .sending(TASK)
            .journalling(1),
        lead("PATCH /api/tasks/{t1}", 200, "/version = 2")
            .with("If-Match", "\"1\"")
            .with("Idempotency-Key", "two")
            .sending("{\"title\":\"x\"}")
            .journalling(1),
        lead("PATCH /api/tasks/{t1}", 200, "/version = 2", "Idempotency-Replayed: true")
            .with("If-Match", "\"1\"")
            .with("Idempotency-Key", "two")
            .sending("{\"title\":\"x\"}"),
        lead("DELETE /api/tasks/{t1}", 204, "Idempotency-Replayed: ")
            .with("If-Match", "\"2\"")
            .with("Idempotency-Key", "three")
            .journalling(1),
        lead("DELETE /api/tasks/{t1}", 204, "Idempotency-Replayed: true")
            .with("If-Match", "\"2\"")
            .with("Idempotency-Key", "three"),
        // The answer obeys the rules as of now: the row is gone.
        lead("PATCH /api/tasks/{t1}", 404)
            .with("If-Match", "\"1\"")
            .with("Idempotency-Key", "two")
            .sending("{\"title\":\"x\"}"),
        lead("POST /api/tasks", 400, "/code = invalid_header")
            .with("Idempotency-Key", "a b")
            .sending(TASK),
        lead("POST /api/tasks", 400).with("Idempotency-Key", "a".repeat(256)).sending(TASK),
        lead("POST /api/tasks", 200, "/results size 2")
            .with("Idempotency-Key", "four")
            .sending("[" + TASK + "," + TASK + "]")
            .journalling(2),
        lead("POST /api/tasks", 200, "/results size 2", "Idempotency-Replayed: true")
            .with("Idempotency-Key", "four")
            .sending("[" + TASK + "," + TASK + "]"));
  }

  @Test
  void answersRetriesOfThoseWhoMayNotReadWhatTheyWrite() {
    world.know("recruiter", Set.of("people:write", "tasks:read"), Map.of());
    var hire =
        Step.of("recruiter", "POST /api/people", 201, "Content-Type: ")
            .with("Idempotency-Key", "hire")
            .sending("{\"email\":\"eve@example.com\",\"name\":\"Eve\",\"crewId\":\"{crewA}\"}");
    var first = hire.journalling(1).run(world, keys);
    var second = hire.run(world, keys);

    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.header("Idempotency-Replayed")).contains("true");
    assertThat(second.header("Location")).isPresent().isEqualTo(first.header("Location"));
    assertThat(second.body()).isEmpty();
  }

  @Test
  void refusesActionsThatNobodyWrote() {
    var invented =
        IntStream.range(0, 1000)
            .mapToObj("{\"op\":\"invoke\",\"id\":\"{t1}\",\"action\":\"invented%d\"}"::formatted)
            .collect(Collectors.joining(",", "{\"operations\":[", "]}"));
    for (String actor : List.of("", "lead")) {
      story(
          Step.of(
                  actor,
                  "POST /api/tasks",
                  422,
                  "/errors/0/pointer = /operations/0/action",
                  "/errors/0/code = unknown_action",
                  "/errors/0/message = Expected an action of tasks, which has archive; found"
                      + " \"invented0\".",
                  "/errors/1/pointer = /operations/1/action")
              .sending(invented),
          Step.of(
                  actor,
                  "POST /api/crews",
                  422,
                  "/errors/0/message = Expected an action of crews, which has none; found"
                      + " \"archive\".")
              .sending(
                  "{\"operations\":[{\"op\":\"invoke\",\"id\":\"{crewA}\",\"action\":\"archive\"}]}"));
    }
  }
}
