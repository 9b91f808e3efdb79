package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.examples.tasks.JournalRows.Titled;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The application is killed while it takes inserts. After the next start the client sends again
/// what was not answered, under the same keys: every row is there once, with what was written down
/// of it.
@OnEveryDatabase
final class KilledApplicationTest {
  private static final int KILLS = 10;
  private static final int INSERTS = 1_000;
  private static final int CLIENTS = 32;
  private static final int AGAIN = 20;

  private final TestDatabase where;
  private final long seed = Long.getLong("ashlar.test.seed", new SecureRandom().nextLong());
  private final Random random = new Random(seed);

  KilledApplicationTest(TestDatabase where) {
    this.where = where;
  }

  /// An answer to an insert.
  ///
  /// @param replayed whether an earlier request with the key had been done
  private record Answer(UUID id, boolean replayed) {}

  @Test
  @Timeout(300)
  void doesEachKeyedInsertOnce(@TempDir Path folder) throws Exception {
    System.out.printf(
        "killed application on %s: -Dashlar.test.seed=%d chooses the instants%n",
        where.kind(), seed);
    var journal = JournalRows.of(where, folder);
    var application = RunningApplication.start(where.url(), folder);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String project = project(application);
      int kills = 0;
      int rounds = 0;
      int unanswered = 0;
      int found = 0;
      while (kills < KILLS) {
        var round = new Round("Round %d, stone ".formatted(++rounds), project, threads);
        round.killWithin(application);
        application.close();
        application = RunningApplication.start(where.url(), folder);
        kills += round.answers.size() < INSERTS ? 1 : 0;
        unanswered += INSERTS - round.answers.size();
        found += round.finish(application);
        round.compare(journal);
        compareAll(journal, rounds * INSERTS);
      }
      System.out.printf(
          "killed application on %s: %d kills, %d of %d inserts unanswered, %d of these done before the kill%n",
          where.kind(), kills, unanswered, rounds * INSERTS, found);
    } finally {
      application.close();
    }
  }

  private static String project(RunningApplication application) {
    var found = application.as("lead", "GET", "/api/projects?limit=1", "");
    return new JsonObject(found.body()).getJsonArray("items").getJsonObject(0).getString("id");
  }

  /// A thousand inserts, interrupted once.
  private final class Round {
    private final String prefix;
    private final String project;
    private final ExecutorService threads;
    private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();

    Round(String prefix, String project, ExecutorService threads) {
      this.prefix = prefix;
      this.project = project;
      this.threads = threads;
    }

    /// Sends the inserts, and kills the application between the first answer and the last, unless
    /// the last was faster.
    void killWithin(RunningApplication application) throws Exception {
      var answered = new CountDownLatch(1 + random.nextInt(INSERTS - 1));
      long nanos = random.nextLong(TimeUnit.MILLISECONDS.toNanos(3));
      var open = new ConcurrentLinkedQueue<>(IntStream.range(0, INSERTS).boxed().toList());
      var clients =
          together(
              () -> {
                for (Integer number = open.poll(); number != null; number = open.poll()) {
                  answers.put(number, insert(application, number));
                  answered.countDown();
                }
                return true;
              });
      assertThat(answered.await(1, TimeUnit.MINUTES)).as("answers come").isTrue();
      // Answers come in bursts: the rest of the way is taken by the clock.
      long instant = System.nanoTime() + nanos;
      while (System.nanoTime() < instant) {
        Thread.onSpinWait();
      }
      application.kill();
      for (var client : clients) {
        endedByTheKill(client);
      }
    }

    private List<Future<Boolean>> together(Callable<Boolean> client) {
      var clients = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(client));
      }
      return clients;
    }

    /// A client may end because the application does, and for no other reason.
    private static void endedByTheKill(Future<Boolean> client) throws Exception {
      try {
        client.get();
      } catch (ExecutionException failed) {
        assertThat(failed).hasCauseInstanceOf(UncheckedIOException.class);
      }
    }

    /// Sends again what was not answered, and some of what was; gives how much of the former had
    /// been done.
    int finish(RunningApplication application) throws Exception {
      var before = Map.copyOf(answers);
      var known = new ArrayList<>(before.keySet());
      Collections.shuffle(known, random);
      var again = known.subList(0, Math.min(AGAIN, known.size()));
      Queue<Integer> open = new ConcurrentLinkedQueue<>(again);
      IntStream.range(0, INSERTS).filter(it -> !before.containsKey(it)).forEach(open::add);
      for (var client : together(() -> retry(application, open))) {
        client.get();
      }
      again.forEach(number -> assertThat(answers).containsEntry(number, replay(before, number)));
      assertThat(answers).hasSize(INSERTS);
      return (int)
          answers.entrySet().stream()
              .filter(entry -> !before.containsKey(entry.getKey()))
              .filter(entry -> entry.getValue().replayed())
              .count();
    }

    private static Answer replay(Map<Integer, Answer> before, Integer number) {
      return new Answer(Objects.requireNonNull(before.get(number)).id(), true);
    }

    private boolean retry(RunningApplication application, Queue<Integer> open) {
      for (Integer number = open.poll(); number != null; number = open.poll()) {
        answers.put(number, insert(application, number));
      }
      return true;
    }

    private Answer insert(RunningApplication application, int number) {
      var body =
          new JsonObject()
              .put("title", prefix + number)
              .put("status", "OPEN")
              .put("priority", number % 6)
              .put("projectId", project);
      var answer =
          application.as(
              "lead", "POST", "/api/tasks", body.encode(), "Idempotency-Key", key(number));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      return new Answer(
          UUID.fromString(new JsonObject(answer.body()).getString("id")),
          answer.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    private String key(int number) {
      return (prefix + number).replace(", ", ":").replace(' ', '-');
    }

    /// Each insert is one row, of which the client was told, and one answer under its key.
    void compare(JournalRows journal) {
      var titles = new HashMap<String, UUID>();
      var keys = new HashMap<String, UUID>();
      answers.forEach(
          (number, answer) -> {
            titles.put(prefix + number, answer.id());
            keys.put(key(number), answer.id());
          });
      var tasks = journal.tasks(prefix);
      assertThat(tasks).hasSize(INSERTS);
      tasks.forEach(task -> assertThat(titles).containsEntry(task.title(), task.id()));
      var done = journal.done(key(0).substring(0, key(0).length() - 1));
      assertThat(done).hasSize(INSERTS);
      done.forEach(each -> assertThat(keys).containsEntry(each.key(), each.id()));
    }
  }

  /// Every row that was ever inserted has one audit entry and one event, and there are no others.
  private static void compareAll(JournalRows journal, int inserts) {
    var rows = journal.tasks("Round ").stream().map(Titled::id).collect(Collectors.toSet());
    assertThat(rows).hasSize(inserts);
    assertThat(journal.audited("create")).hasSize(inserts);
    assertThat(new HashSet<>(journal.audited("create"))).isEqualTo(rows);
    assertThat(journal.told("create")).hasSize(inserts);
    assertThat(new HashSet<>(journal.told("create"))).isEqualTo(rows);
  }
}
