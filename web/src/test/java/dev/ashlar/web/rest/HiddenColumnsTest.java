package dev.ashlar.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an actor cannot see in a row she does not overwrite there, by whichever request.
@OnEveryDatabase
final class HiddenColumnsTest {
  private final RestWorld world;
  private final Map<String, String> keys;

  HiddenColumnsTest(TestDatabase where) {
    world = new RestWorld(where);
    keys = Fixture.fill(world);
    // Of people she may write everything, and see the names of crew B alone.
    world.know(
        "registrar",
        Set.of("people:read", "people:write"),
        Map.of(UUID.fromString(keys.get("crewB")), Set.of("tasks:read")));
    // In both crews she may write tasks; estimates she may see and write in crew B alone.
    world.know(
        "planner",
        Set.of("tasks:read", "tasks:write"),
        Map.of(UUID.fromString(keys.get("crewB")), Set.of("tasks:estimates", "tasks:assignees")));
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

  private static Step registrar(String request, int status, String... expected) {
    return Step.of("registrar", request, status, expected);
  }

  @Test
  void areNotChangedByWhoMayOnlyWriteThem() {
    story(
        registrar(
                "PATCH /api/people/{ann}",
                403,
                "/errors size 1",
                "/errors/0/pointer = /name",
                "/errors/0/code = not_writable")
            .with("If-Match", "\"1\"")
            .sending("{\"name\":\"Overwritten\"}"),
        registrar("POST /api/people?on=email", 403, "/errors/0/pointer = /name")
            .sending("{\"email\":\"ann@example.com\",\"name\":\"Over\",\"crewId\":\"{crewA}\"}"),
        registrar("POST /api/people", 403, "/errors/0/pointer = /operations/0/values/name")
            .sending(
                "{\"operations\":[{\"op\":\"update\",\"id\":\"{ann}\",\"version\":1,\"values\":{\"name\":\"Over\"}}]}"),
        Step.of("admin", "GET /api/people/{ann}", 200, "/name = ANN", "/version = 1"));
  }

  @Test
  void areNotGivenANewRowByWhoMayOnlyWriteThem() {
    String person = "{\"email\":\"new@example.com\",\"name\":\"New\",\"crewId\":\"%s\"}";
    story(
        registrar("POST /api/people", 403, "/errors/0/pointer = /name")
            .sending(person.formatted("{crewA}")),
        registrar("POST /api/people", 201, "/name = New")
            .sending(person.formatted("{crewB}"))
            .journalling(1));
  }

  @Test
  void stayAsTheyAreWhereARowIsReplaced() {
    String task =
        "{\"title\":\"Replaced\",\"status\":\"OPEN\",\"priority\":0,\"projectId\":\"%s\"}";
    story(
        Step.of(
                "planner",
                "PUT /api/tasks/{t4}",
                200,
                "/title = Replaced",
                "/estimate absent",
                "/redacted size 2")
            .with("If-Match", "\"1\"")
            .sending(task.formatted("{alpha}"))
            .journalling(1),
        Step.of("admin", "GET /api/tasks/{t4}", 200, "/estimate = 4.5", "/assigneeId = {ann}"),
        Step.of("planner", "PUT /api/tasks/{t4}", 403, "/errors/0/pointer = /estimate")
            .with("If-Match", "\"2\"")
            .sending(task.formatted("{alpha}").replace("\"OPEN\"", "\"OPEN\",\"estimate\":null")),
        // Where she sees them, silence means null.
        Step.of("planner", "PUT /api/tasks/{b0}", 200, "/estimate = null", "/assigneeId = null")
            .with("If-Match", "\"1\"")
            .sending(task.formatted("{beta}"))
            .journalling(1));
  }

  @Test
  void stayAsTheyAreEvenWhereTheyNeedAValue() {
    var reply =
        registrar("PUT /api/people/{ann}", 200, "/email = annie@example.com", "/name absent")
            .with("If-Match", "\"1\"")
            .sending("{\"email\":\"annie@example.com\",\"crewId\":\"{crewA}\"}")
            .journalling(1)
            .run(world, keys);

    assertThat(reply.at("/redacted/0")).isEqualTo("name");
    story(Step.of("admin", "GET /api/people/{ann}", 200, "/name = ANN"));
  }

  @Test
  void areReplacedOnceUnderOneKey() {
    String body = "{\"email\":\"once@example.com\",\"crewId\":\"{crewA}\"}";
    story(
        registrar("PUT /api/people/{ann}", 200)
            .with("If-Match", "\"1\"")
            .with("Idempotency-Key", "replace")
            .sending(body)
            .journalling(1),
        registrar("PUT /api/people/{ann}", 200, "Idempotency-Replayed: true")
            .with("If-Match", "\"1\"")
            .with("Idempotency-Key", "replace")
            .sending(body),
        registrar("PATCH /api/people/{ann}", 422, "/code = idempotency_key_reused")
            .with("If-Match", "\"1\"")
            .with("Idempotency-Key", "replace")
            .sending(body));
  }
}
