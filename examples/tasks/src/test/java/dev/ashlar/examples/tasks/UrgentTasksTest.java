package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A route of the application's own, over HTTP: what it reads, it reads as its caller.
@OnEveryDatabase
final class UrgentTasksTest {
  private final TestDatabase where;

  @TempDir private Path folder;

  UrgentTasksTest(TestDatabase where) {
    this.where = where;
  }

  @Test
  void showsEachCallerWhatRestShowsHer() {
    try (var application = RunningApplication.start(where.url(), folder)) {
      var member = urgent(application, "member");
      var outsider = urgent(application, "outsider");
      var admin = urgent(application, "admin");

      assertThat(member).isNotEmpty().isEqualTo(listed(application, "member"));
      assertThat(outsider).isNotEmpty().isEqualTo(listed(application, "outsider"));
      assertThat(member).doesNotContainAnyElementsOf(outsider);
      assertThat(admin).isNotEmpty().isEqualTo(listed(application, "admin"));
    }
  }

  private static List<String> urgent(RunningApplication application, String account) {
    var answer = application.as(account, "GET", "/api/urgent", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ids(new JsonArray(answer.body()));
  }

  private static List<String> listed(RunningApplication application, String account) {
    var answer =
        application.as(
            account,
            "GET",
            "/api/tasks?status=OPEN&priority.gte=4&order=-createdAt,-id&limit=20",
            "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ids(new JsonObject(answer.body()).getJsonArray("items"));
  }

  private static List<String> ids(JsonArray rows) {
    return rows.stream().map(row -> ((JsonObject) row).getString("id")).toList();
  }
}
