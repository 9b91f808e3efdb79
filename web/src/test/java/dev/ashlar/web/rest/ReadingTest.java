package dev.ashlar.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What reads answer: a table of requests, none of which changes anything.
@OnEveryDatabase
final class ReadingTest {
  private final RestWorld world;
  private final Map<String, String> keys;

  ReadingTest(TestDatabase where) {
    world = new RestWorld(where);
    keys = Fixture.fill(world);
  }

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Step> one() {
    return Stream.of(
        Step.of(
            "lead",
            "GET /api/tasks/{t1}",
            200,
            "/id = {t1}",
            "/title = Task 01",
            "/status = IN_PROGRESS",
            "/priority = 1",
            "/projectId = {alpha}",
            "/assigneeId = null",
            "/estimate = 1.5",
            "/version = 1",
            "/createdAt = 2026-03-01T12:01:00Z",
            "/deletedAt = null",
            "/project absent",
            "/redacted absent",
            "ETag: \"1\"",
            "Content-Type: application/json"),
        Step.of("lead", "GET /api/tasks/{b0}", 404, "/code = not_found", "ETag: "),
        Step.of("lead", "GET /api/tasks/0199b5a2-7c1e-7f00-8000-00805f9b34fb", 404),
        Step.of("lead", "GET /api/tasks/1", 404, "/code = not_found"),
        Step.of("outsider", "GET /api/tasks/{t1}", 404, "/code = not_found"),
        Step.of(
            "", "GET /api/tasks/{t1}", 401, "/code = unauthenticated", "WWW-Authenticate: Name"),
        Step.of("", "GET /api/crews/{crewA}", 200, "/name = A", "ETag: "),
        Step.of("lead", "GET /api/vaults/{crewA}", 404),
        Step.of("lead", "GET /api/people/{ann}", 200, "/secret absent", "/redacted absent"),
        // What is hidden is absent and named.
        Step.of(
            "member",
            "GET /api/tasks/{t1}",
            200,
            "/estimate absent",
            "/assigneeId absent",
            "/redacted/0 = assigneeId",
            "/redacted/1 = estimate",
            "/redacted size 2"),
        Step.of("auditor", "GET /api/tasks/{t1}", 200, "/estimate = 1.5", "/redacted absent"),
        Step.of("auditor", "GET /api/tasks/{b0}", 200, "/redacted size 2", "/estimate absent"),
        // Choosing and including.
        Step.of(
            "lead",
            "GET /api/tasks/{t1}?select=id,title",
            200,
            "/id = {t1}",
            "/title = Task 01",
            "/version absent"),
        Step.of(
            "lead",
            "GET /api/tasks/{t0}?include=project,comments,assignee",
            200,
            "/project/name = Alpha",
            "/projectId = {alpha}",
            "/assignee/name = ANN",
            "/assignee/secret absent",
            "/comments size 20",
            "/comments/0/body = Comment 24",
            "ETag: "),
        Step.of(
            "lead",
            "GET /api/tasks/{t0}?include=comments.author,project.crew&comments.limit=2&comments.order=id&comments.select=body&project.select=name",
            200,
            "/comments all body = Comment 00,Comment 01",
            "/comments/0/author/email = ann@example.com",
            "/comments/0/id absent",
            "/project/crew/name = A",
            "/project/id absent"),
        Step.of(
            "lead",
            "GET /api/tasks/{t0}?include=comments&comments.where={\"body\":{\"endsWith\":\"3\"}}",
            200,
            "/comments all body = Comment 23,Comment 13,Comment 03"),
        Step.of("lead", "GET /api/tasks/{t1}?include=comments", 200, "/comments size 0"),
        // The author may not be seen by a member, and stays a key.
        Step.of(
            "member",
            "GET /api/comments/{c0}?include=author",
            200,
            "/author = null",
            "/authorId = {ann}"),
        Step.of(
            "member",
            "GET /api/tasks/{t0}?include=assignee",
            400,
            "/errors/0/code = hidden_column",
            "/errors/0/pointer = /include"),
        // Conditional requests.
        Step.of("lead", "GET /api/tasks/{t1}", 304, "ETag: \"1\"").with("If-None-Match", "\"1\""),
        Step.of("lead", "GET /api/tasks/{t1}", 304).with("If-None-Match", "W/\"7\", W/\"1\""),
        Step.of("lead", "GET /api/tasks/{t1}", 304).with("If-None-Match", "*"),
        Step.of("lead", "GET /api/tasks/{t1}", 200).with("If-None-Match", "\"2\""),
        Step.of("member", "GET /api/tasks/{t1}", 200).with("If-None-Match", "\"1\""),
        Step.of("lead", "GET /api/tasks/{t1}?select=id", 200).with("If-None-Match", "\"1\""),
        Step.of("lead", "GET /api/tasks/{t1}?include=project", 200).with("If-None-Match", "*"),
        Step.of("outsider", "GET /api/tasks/{t1}", 404).with("If-None-Match", "\"1\""),
        // Faults.
        Step.of(
            "lead",
            "GET /api/tasks/{t1}?priority=3",
            400,
            "/code = invalid_query",
            "/errors/0/pointer = /priority",
            "/errors/0/code = unknown_parameter"),
        Step.of("lead", "PATCH /api/tasks", 405),
        Step.of("lead", "GET /api/tasks/{t1}?include=project,nothing", 400));
  }

  @TestFactory
  Stream<DynamicTest> readsOneRow() {
    return one().map(step -> step.test(world, keys));
  }

  static Stream<Step> lists() {
    return Stream.of(
        list("?limit=3&order=createdAt", "Task 00,Task 01,Task 02"),
        list("?limit=3&order=-createdAt", "Task 29,Task 28,Task 27"),
        list("?limit=3", "Task 00,Task 01,Task 02"),
        list("?order=-priority,title&limit=4", "Task 05,Task 11,Task 17,Task 23"),
        list("?priority=5&order=title", "Task 05,Task 11,Task 17,Task 23,Task 29"),
        list("?priority.eq=5&title.ne=Task 05&order=title", "Task 11,Task 17,Task 23,Task 29"),
        list("?priority.gte=4&status=DONE&order=title", "Task 05,Task 11,Task 17,Task 23,Task 29"),
        list("?priority.gt=4&priority.lt=6&limit=1&order=title", "Task 05"),
        list("?priority.lte=0&order=title", "Task 00,Task 06,Task 12,Task 18,Task 24"),
        list(
            "?status.in=OPEN,DONE&priority.nin=0,1,2,3&order=title",
            "Task 05,Task 11,Task 17,Task 23,Task 29"),
        list("?title.contains=k 1&limit=2&order=title", "Task 10,Task 11"),
        list("?title.startsWith=Task 2&limit=2&order=title", "Task 20,Task 21"),
        list("?title.endsWith=9&order=title", "Task 09,Task 19,Task 29"),
        list("?title.matches=TASK 07", "Task 07"),
        list("?title.contains=TASK 07", ""),
        list(
            "?estimate.isNull=true&order=title", "Task 00,Task 05,Task 10,Task 15,Task 20,Task 25"),
        list("?estimate.isNull=false&limit=1&order=title", "Task 01"),
        list("?estimate=1.50", "Task 01"),
        list("?estimate.nin=1.5&priority=1&order=title", "Task 07,Task 13,Task 19"),
        list("?project.name=Alpha&limit=1&order=title", "Task 00"),
        list("?project.crew.name.startsWith=A&limit=1&order=title", "Task 00"),
        list("?project.name.contains=Beta", ""),
        list("?projectId={alpha}&title=Task 03", "Task 03"),
        list("?search=task 13", "Task 13"),
        list("?search=' | ( !", ""),
        list("?createdAt.gte=2026-03-01T12:28:00Z&order=title", "Task 28,Task 29"),
        list("?createdAt.gte=2026-03-01T13:28:00+01:00&order=title", "Task 28,Task 29"),
        list(
            "?where={\"priority\":{\"gte\":4},\"status\":\"DONE\"}&order=title&limit=2",
            "Task 05,Task 11"),
        list(
            "?where={\"or\":[{\"title\":\"Task"
                + " 03\"},{\"and\":[{\"priority\":5},{\"title\":{\"endsWith\":\"1\"}}]}]}&order=title",
            "Task 03,Task 11"),
        list(
            "?where={\"not\":{\"priority\":{\"lt\":5}},\"status\":{\"in\":[\"DONE\"]}}&order=title&limit=1",
            "Task 05"),
        list("?where={\"estimate\":null}&order=title&limit=2", "Task 00,Task 05"),
        list("?where={\"estimate\":{\"ne\":null}}&order=title&limit=1", "Task 01"),
        list("?where={\"project\":{\"crew\":{\"name\":\"A\"}}}&order=title&limit=1", "Task 00"),
        list("?where={\"assignee\":null}&order=title&limit=2", "Task 01,Task 03"),
        list(
            "?where={\"assignee\":{\"email\":{\"startsWith\":\"ann\"}}}&order=title&limit=2",
            "Task 00,Task 02"),
        list("?where={\"comments\":{\"any\":{\"body\":{\"matches\":\"COMMENT 07\"}}}}", "Task 00"),
        list("?where={\"comments\":{\"any\":{\"author\":{\"name\":\"ANN\"}}}}", "Task 00"),
        list("?where={\"comments\":{\"none\":{}}}&order=title&limit=2", "Task 01,Task 02"),
        list("?where={}&limit=1&order=title", "Task 00"),
        // Somebody of another crew sees another world.
        Step.of("outsider", "GET /api/tasks", 200, "/items all title = Beta task", "/next = null"),
        Step.of("outsider", "GET /api/tasks?projectId={alpha}", 200, "/items size 0"),
        Step.of("outsider", "GET /api/tasks?project.name=Alpha", 200, "/items size 0"),
        Step.of("", "GET /api/tasks", 401, "/code = unauthenticated"),
        Step.of("", "GET /api/crews", 200, "/items size 2"),
        // What is hidden cannot be filtered, sorted or chosen, whatever the rows.
        hidden("?estimate.gte=1", "/estimate.gte"),
        hidden("?order=-estimate", "/order"),
        hidden("?select=id,estimate", "/select"),
        hidden("?where={\"estimate\":{\"gt\":1}}", "/where/estimate"),
        hidden("?where={\"assignee\":{\"name\":\"ANN\"}}", "/where/assignee"),
        hidden("?assignee.name=ANN", "/assignee.name"),
        // Where it is hidden in some rows, it is null there.
        Step.of("auditor", "GET /api/tasks?estimate=7", 200, "/items size 0"),
        Step.of("auditor", "GET /api/tasks?estimate=1.5", 200, "/items all title = Task 01"),
        Step.of(
            "auditor",
            "GET /api/tasks?title=Beta task&include=assignee",
            200,
            "/items/0/assignee = null",
            "/items/0/redacted/0 = assigneeId"),
        // A text that is hidden in a row is not found in it.
        Step.of("lead", "GET /api/people?search=ann", 200, "/items all name = ANN"),
        Step.of("outsider", "GET /api/people?search=ann", 200, "/items size 0"),
        Step.of("outsider", "GET /api/people/{ann}", 200, "/redacted/0 = name"),
        // A reference that is hidden in a row leads nowhere from it, and back to it.
        Step.of(
            "auditor", "GET /api/tasks?assignee.name=ANN&project.name=Beta", 200, "/items size 0"),
        Step.of("auditor", "GET /api/people/{ann}/tasks?title=Beta task", 200, "/items size 0"),
        Step.of(
            "auditor",
            "GET /api/people?where={\"tasks\":{\"any\":{\"title\":\"Beta task\"}}}",
            200,
            "/items size 0"),
        Step.of("auditor", "GET /api/people/{ann}/tasks", 200, "/total = 15")
            .with("Prefer", "count=exact"),
        Step.of(
            "admin",
            "GET /api/people?where={\"tasks\":{\"any\":{\"title\":\"Beta task\"}}}",
            200,
            "/items all name = ANN"),
        // Totals only when asked for.
        Step.of("lead", "GET /api/tasks?limit=2", 200, "/total absent", "Preference-Applied: "),
        Step.of(
                "lead",
                "GET /api/tasks?limit=2",
                200,
                "/total = 30",
                "Preference-Applied: count=exact")
            .with("Prefer", "count=exact"),
        Step.of("lead", "GET /api/tasks?priority=5", 200, "/total = 5")
            .with("Prefer", "respond-async, count=planned"),
        Step.of("outsider", "GET /api/tasks", 200, "/total = 1").with("Prefer", "count=exact"),
        Step.of("lead", "GET /api/tasks", 400, "/code = invalid_header")
            .with("Prefer", "count=all"),
        // Nested.
        Step.of(
            "lead",
            "GET /api/projects/{alpha}/tasks?limit=2&order=title",
            200,
            "/items all title = Task 00,Task 01"),
        Step.of("lead", "GET /api/tasks/{t1}/comments", 200, "/items size 0", "/next = null"),
        Step.of("lead", "GET /api/tasks/{t0}/comments?body=Comment 03", 200, "/items size 1"),
        Step.of("lead", "GET /api/projects/{beta}/tasks", 404),
        Step.of("lead", "GET /api/projects/1/tasks", 404),
        Step.of("lead", "GET /api/crews/{crewA}/vaults", 404),
        Step.of("outsider", "GET /api/crews/{crewA}/projects", 200, "/items size 0"));
  }

  private static Step list(String query, String titles) {
    return titles.isEmpty()
        ? Step.of("lead", "GET /api/tasks" + query, 200, "/items size 0", "/next = null")
        : Step.of("lead", "GET /api/tasks" + query, 200, "/items all title = " + titles);
  }

  private static Step hidden(String query, String pointer) {
    return Step.of(
        "member",
        "GET /api/tasks" + query,
        400,
        "/errors/0/code = hidden_column",
        "/errors/0/pointer = " + pointer);
  }

  @TestFactory
  Stream<DynamicTest> readsLists() {
    return lists().map(step -> step.test(world, keys));
  }

  @Test
  void pagesThroughEverythingOnce() {
    for (String order :
        List.of("", "&order=-priority", "&order=estimate", "&order=-assigneeId,title")) {
      var seen = new ArrayList<String>();
      String target = "/api/tasks?limit=7" + order;
      while (true) {
        var reply = world.get("lead", target);
        assertThat(reply.status()).isEqualTo(200);
        reply.json().at("/items").forEach(item -> seen.add(item.path("id").asText()));
        if (reply.json().at("/next").isNull()) {
          assertThat(reply.header("Link")).isEmpty();
          break;
        }
        String link = reply.header("Link").orElseThrow();
        assertThat(link).startsWith("</api/tasks?").endsWith(">; rel=\"next\"");
        target = link.substring(1, link.indexOf('>'));
        assertThat(target).contains("after=" + reply.at("/next"));
      }
      assertThat(seen).hasSize(30);
      assertThat(new HashSet<>(seen)).hasSize(30);
    }
  }

  @Test
  void takesNoCursorOfAnotherList() {
    String cursor = world.get("lead", "/api/tasks?limit=1&order=title").at("/next");
    assertThat(world.get("lead", "/api/tasks?order=title&after=" + cursor).status()).isEqualTo(200);
    for (String target :
        List.of(
            "/api/tasks?after=" + cursor,
            "/api/tasks?order=-title&after=" + cursor,
            "/api/projects?order=name&after=" + cursor,
            "/api/tasks?order=title&after=" + cursor.substring(1),
            "/api/tasks?order=title&after=" + cursor + "A",
            "/api/tasks?order=title&after=x" + cursor,
            "/api/tasks?order=title&after=",
            "/api/tasks?order=title&after=%00")) {
      var reply = world.get("lead", target);
      assertThat(reply.status()).as(target).isEqualTo(400);
      assertThat(reply.at("/errors/0/pointer")).isEqualTo("/after");
      assertThat(reply.at("/errors/0/code")).isEqualTo("bad_cursor");
    }
  }

  @Test
  void asksNoMoreStatementsThanItMust() {
    for (var each :
        Map.of(
                "/api/tasks/{t1}", 1,
                "/api/tasks/{t1}?include=project,assignee", 1,
                "/api/tasks/{t0}?include=comments.author", 2,
                "/api/tasks?limit=20&order=-createdAt&projectId={alpha}", 1,
                "/api/projects?include=tasks.comments", 3,
                "/api/projects/{alpha}/tasks", 1,
                "/api/tasks/{t1}/comments", 2)
            .entrySet()) {
      String target = Step.fill(each.getKey(), keys);
      world.get("lead", target);
      world.statements();
      assertThat(world.get("lead", target).status()).isEqualTo(200);
      assertThat(world.statements()).as(target).isEqualTo(each.getValue());
    }
  }
}
