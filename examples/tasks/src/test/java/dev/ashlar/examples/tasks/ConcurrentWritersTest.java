package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A hundred writers want the same row: each version has one winner, and nothing that was won is
/// lost.
@OnEveryDatabase
final class ConcurrentWritersTest {
  private static final int WRITERS = 100;

  private final TestDatabase where;

  ConcurrentWritersTest(TestDatabase where) {
    this.where = where;
  }

  /// What one writer went through until her change was taken.
  ///
  /// @param version the version that she named when it was
  /// @param refusals how often another had been faster
  private record Win(int writer, int version, int refusals) {}

  @Test
  @Timeout(120)
  void letsOneWriterOfEachVersionWin(@TempDir Path folder) throws Exception {
    try (var application = RunningApplication.start(where.url(), folder)) {
      var task = task(application);
      var began = System.nanoTime();

      var wins = race(application, task);

      var took = Duration.ofNanos(System.nanoTime() - began);
      int first = task.getInteger("version");
      var versions = IntStream.range(first, first + WRITERS).boxed().toList();
      assertThat(wins).extracting(Win::version).containsExactlyInAnyOrderElementsOf(versions);
      var last = read(application, task.getString("id"));
      assertThat(last.getInteger("version")).isEqualTo(first + WRITERS);
      assertThat(last.getInteger("estimate")).as("each added one").isEqualTo(WRITERS);
      wroteDown(folder, task, wins);
      System.out.printf(
          "%d writers of one row on %s: %d refusals, %d ms%n",
          WRITERS, where.kind(), wins.stream().mapToInt(Win::refusals).sum(), took.toMillis());
    }
  }

  /// A task whose estimate is nothing yet.
  private static JsonObject task(RunningApplication application) {
    var found = application.as("lead", "GET", "/api/tasks?status=OPEN&limit=1", "");
    var task = new JsonObject(found.body()).getJsonArray("items").getJsonObject(0);
    var start = patch(application, task, new JsonObject().put("estimate", 0).put("title", "Start"));
    assertThat(start.statusCode()).as(start.body()).isEqualTo(200);
    return new JsonObject(start.body());
  }

  /// All begin with the same version; whoever is refused reads again and tries again.
  private static List<Win> race(RunningApplication application, JsonObject task) throws Exception {
    var together = new CyclicBarrier(WRITERS);
    var writers = new ArrayList<Callable<Win>>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      writers.add(
          () -> {
            together.await();
            return write(application, task, writer);
          });
    }
    var wins = new ArrayList<Win>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Win> writer : threads.invokeAll(writers)) {
        wins.add(writer.get());
      }
    }
    return wins;
  }

  private static Win write(RunningApplication application, JsonObject task, int writer) {
    JsonObject seen = task;
    for (int refusals = 0; ; refusals++) {
      var change =
          new JsonObject()
              .put("title", title(writer))
              .put("estimate", seen.getInteger("estimate") + 1);
      var answer = patch(application, seen, change);
      int version = seen.getInteger("version");
      if (answer.statusCode() == 200) {
        assertThat(answer.headers().firstValue("ETag")).contains("\"%d\"".formatted(version + 1));
        return new Win(writer, version, refusals);
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(412);
      assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("stale_version");
      seen = read(application, task.getString("id"));
      assertThat(seen.getInteger("version")).as("what made it stale").isGreaterThan(version);
    }
  }

  private static String title(int writer) {
    return "Writer " + writer;
  }

  private static JsonObject read(RunningApplication application, String id) {
    var answer = application.as("lead", "GET", "/api/tasks/" + id, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> patch(
      RunningApplication application, JsonObject seen, JsonObject change) {
    return application.as(
        "lead",
        "PATCH",
        "/api/tasks/" + seen.getString("id"),
        change.encode(),
        "If-Match",
        "\"%d\"".formatted(seen.getInteger("version")));
  }

  /// The audit entries are a chain: each begins with what the one before it left, and each winner
  /// is one link. The events are the same.
  private void wroteDown(Path folder, JsonObject task, List<Win> wins) {
    var journal = JournalRows.of(where, folder);
    int first = task.getInteger("version");
    var links =
        journal.audit("update").stream()
            .filter(entry -> entry.id().toString().equals(task.getString("id")))
            .filter(entry -> entry.before().getInteger("version") >= first)
            .sorted(Comparator.comparing(entry -> entry.before().getInteger("version")))
            .toList();
    assertThat(links).hasSize(WRITERS);
    var left = new JsonObject().put("title", "Start").put("version", first).put("estimate", 0);
    for (var link : links) {
      assertThat(of(link.before())).isEqualTo(left);
      int version = left.getInteger("version");
      var winner = wins.stream().filter(win -> win.version() == version).findFirst().orElseThrow();
      left =
          new JsonObject()
              .put("title", title(winner.writer()))
              .put("version", version + 1)
              .put("estimate", left.getInteger("estimate") + 1);
      assertThat(of(link.after())).isEqualTo(left);
    }
    var told = new HashSet<JsonObject>();
    journal.outbox("update").stream()
        .filter(event -> event.id().toString().equals(task.getString("id")))
        .forEach(event -> assertThat(told.add(of(event.after()))).isTrue());
    links.forEach(link -> assertThat(told).contains(of(link.after())));
    assertThat(told).as("the first change, and one for each writer").hasSize(1 + WRITERS);
  }

  private static JsonObject of(JsonObject row) {
    return new JsonObject()
        .put("title", row.getString("title"))
        .put("version", row.getInteger("version"))
        .put("estimate", row.getInteger("estimate"));
  }
}
