package dev.ashlar.web.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Rows and actors of a small world: crew A with the project Alpha and thirty tasks, crew B with
/// the project Beta and one; twenty-five comments on the first task.
final class Fixture {
  private Fixture() {}

  /// Fills the world and gives the keys by name.
  static Map<String, String> fill(RestWorld world) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("crewA", world.create("crews", "{\"name\":\"A\"}"));
    keys.put("crewB", world.create("crews", "{\"name\":\"B\"}"));
    actors(world, UUID.fromString(keys.get("crewA")), UUID.fromString(keys.get("crewB")));
    for (String name : List.of("ann", "ben")) {
      keys.put(
          name,
          world.create(
              "people",
              Step.fill(
                  "{\"email\":\"%s@example.com\",\"name\":\"%s\",\"crewId\":\"{crewA}\"}"
                      .formatted(name, name.toUpperCase(Locale.ROOT)),
                  keys)));
    }
    keys.put(
        "alpha",
        world.create("projects", Step.fill("{\"name\":\"Alpha\",\"crewId\":\"{crewA}\"}", keys)));
    keys.put(
        "beta",
        world.create("projects", Step.fill("{\"name\":\"Beta\",\"crewId\":\"{crewB}\"}", keys)));
    tasks(world, keys);
    return keys;
  }

  private static void actors(RestWorld world, UUID a, UUID b) {
    var lead =
        Set.of("tasks:read", "tasks:write", "tasks:delete", "tasks:estimates", "tasks:assignees");
    world.know("lead", Set.of("people:read"), Map.of(a, lead));
    world.know("member", Set.of(), Map.of(a, Set.of("tasks:read", "tasks:write")));
    world.know("outsider", Set.of("people:read"), Map.of(b, lead));
    world.know(
        "auditor",
        Set.of("tasks:read", "people:read"),
        Map.of(a, Set.of("tasks:estimates", "tasks:assignees")));
  }

  private static void tasks(RestWorld world, Map<String, String> keys) {
    var statuses = List.of("OPEN", "IN_PROGRESS", "DONE");
    for (int i = 0; i < 30; i++) {
      String body =
          "{\"title\":\"Task %02d\",\"status\":\"%s\",\"priority\":%d,\"projectId\":\"{alpha}\",\"assigneeId\":%s,\"estimate\":%s}"
              .formatted(
                  i,
                  statuses.get(i % 3),
                  i % 6,
                  i % 2 == 0 ? "\"{ann}\"" : "null",
                  i % 5 == 0 ? "null" : i + ".50");
      keys.put("t" + i, world.create("tasks", Step.fill(body, keys)));
      world.clock().advance(Duration.ofMinutes(1));
    }
    keys.put(
        "b0",
        world.create(
            "tasks",
            Step.fill(
                "{\"title\":\"Beta"
                    + " task\",\"status\":\"OPEN\",\"priority\":1,\"projectId\":\"{beta}\",\"assigneeId\":\"{ann}\",\"estimate\":7}",
                keys)));
    for (int i = 0; i < 25; i++) {
      keys.put(
          "c" + i,
          world.create(
              "comments",
              Step.fill(
                  "{\"taskId\":\"{t0}\",\"authorId\":\"{ann}\",\"body\":\"Comment %02d\"}"
                      .formatted(i),
                  keys)));
    }
  }
}
