package dev.ashlar.web.rest;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A reference to a row that goes away while it is written is a reference to no row, in a change as
/// in a creation.
@OnEveryDatabase
final class BrokenReferencesTest {
  private static final String[] UNKNOWN = {
    "/code = invalid",
    "/errors size 1",
    "/errors/0/pointer = /projectId",
    "/errors/0/code = unknown_reference"
  };

  private final RestWorld world;
  private final Map<String, String> keys;

  BrokenReferencesTest(TestDatabase where) {
    world = new RestWorld(where);
    keys = new LinkedHashMap<>(Fixture.fill(world));
    keys.put(
        "gamma",
        world.create("projects", Step.fill("{\"name\":\"Gamma\",\"crewId\":\"{crewA}\"}", keys)));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Step moved() {
    return Step.of("lead", "PATCH /api/tasks/{t1}", 422, UNKNOWN)
        .with("If-Match", "\"1\"")
        .sending("{\"projectId\":\"{gamma}\"}");
  }

  @Test
  void areToldWhereTheRowGoesWhileItIsLookedAt() throws Exception {
    world.whileOpen("DELETE FROM projects WHERE name = 'Gamma'", () -> moved().run(world, keys));
  }

  /// Between the look and the write there is nobody but the table itself.
  @Test
  void areToldWhereTheTableBreaksThem() {
    removeWhatTasksAreMovedTo();

    moved().run(world, keys);
    // SQLite does not tell which of the references it was.
    Step.of(
            "lead",
            "POST /api/tasks",
            422,
            world.onPostgres() ? "/errors size 1" : "/errors size 2",
            "/errors/0/pointer = /operations/0/values/projectId")
        .sending(
            "{\"operations\":[{\"op\":\"update\",\"id\":\"{t1}\",\"version\":1,\"values\":{\"assigneeId\":\"{ben}\",\"projectId\":\"{gamma}\"}}]}")
        .run(world, keys);
    Step.of("lead", "GET /api/tasks/{t1}", 200, "/projectId = {alpha}", "/version = 1")
        .run(world, keys);
  }

  private void removeWhatTasksAreMovedTo() {
    String remove = "DELETE FROM projects WHERE id = NEW.project_id AND name = 'Gamma';";
    if (world.onPostgres()) {
      world.execute(
          "CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %s RETURN NEW; END $$"
              .formatted(remove),
          "CREATE TRIGGER gone BEFORE UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION gone()");
    } else {
      world.execute("CREATE TRIGGER gone BEFORE UPDATE ON tasks BEGIN %s END".formatted(remove));
    }
  }
}
