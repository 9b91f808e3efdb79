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

/// Routes of the application's own, over HTTP: what they read and write, they do as their caller.
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

  @Test
  void beginsWhatTheCallerMayChange() {
    try (var application = RunningApplication.start(where.url(), folder)) {
      int done = counted(application, "lead", "DONE");
      int open = counted(application, "lead", "OPEN&priority.gte=4");
      int archived = counted(application, "lead", "ARCHIVED");
      int begun = counted(application, "lead", "IN_PROGRESS");
      var others = urgent(application, "outsider");
      assertThat(done).isPositive();
      assertThat(open).isPositive();

      // A guest may read the tasks of the team, and change none: what is done stays, too.
      assertThat(application.as("guest", "POST", "/api/urgent", "").statusCode()).isEqualTo(403);
      assertThat(counted(application, "lead", "DONE")).isEqualTo(done);

      var answer = application.as("lead", "POST", "/api/urgent", "");
      assertThat(answer.body()).isEqualTo("{\"begun\":%d}".formatted(open));
      assertThat(urgent(application, "lead")).isEmpty();
      assertThat(counted(application, "lead", "DONE")).isZero();
      assertThat(counted(application, "lead", "ARCHIVED")).isEqualTo(archived + done);
      assertThat(counted(application, "lead", "IN_PROGRESS")).isEqualTo(begun + open);
      assertThat(urgent(application, "outsider")).isEqualTo(others);
    }
  }

  private static int counted(RunningApplication application, String account, String status) {
    var answer =
        application.as(
            account, "GET", "/api/tasks?limit=1&status=" + status, "", "Prefer", "count=exact");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body()).getInteger("total");
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
