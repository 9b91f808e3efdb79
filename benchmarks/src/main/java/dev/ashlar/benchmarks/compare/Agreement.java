package dev.ashlar.benchmarks.compare;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Asks all contenders the same things, and refuses to compare them when their rows differ: those
/// they answer with, those they write, and the tables these are in.
final class Agreement {

  private static final int SAMPLES = 5;
  private static final long SEED = 20_250_101;

  /// What each contender makes by itself for a new row.
  private static final Set<String> MADE = Set.of("id", "createdAt", "updatedAt");

  private final List<Running> running;

  private Agreement(List<Running> running) {
    this.running = running;
  }

  /// Checks one workload; an insert's rows are taken out again.
  ///
  /// @throws LoadException saying who differs from whom, and where
  static void check(Workload workload, List<Running> running)
      throws IOException, InterruptedException, SQLException {
    var agreement = new Agreement(running);
    if (workload != Workload.INSERT) {
      agreement.answers(workload, Set.of());
      return;
    }
    agreement.tables();
    reset(running);
    agreement.answers(workload, MADE);
    agreement.journals();
    reset(running);
  }

  private static void reset(List<Running> running) throws SQLException {
    for (Running each : running) {
      each.database().run(each.contender().reset());
    }
  }

  // ---- answers ----

  private void answers(Workload workload, Set<String> made)
      throws IOException, InterruptedException {
    List<List<Rows>> all = new ArrayList<>();
    for (Running each : running) {
      all.add(answers(each, workload));
    }
    for (int i = 1; i < running.size(); i++) {
      Set<String> without = new TreeSet<>(made);
      without.addAll(running.getFirst().contender().lacks(workload));
      without.addAll(running.get(i).contender().lacks(workload));
      for (int sample = 0; sample < SAMPLES; sample++) {
        compare(
            workload.key(),
            new Side(running.getFirst(), all.getFirst().get(sample)),
            new Side(running.get(i), all.get(i).get(sample)),
            without);
      }
    }
  }

  private static List<Rows> answers(Running asked, Workload workload)
      throws IOException, InterruptedException {
    Contender contender = asked.contender();
    Optional<String> token = asked.token();
    SplittableRandom random = new SplittableRandom(SEED);
    List<Rows> answers = new ArrayList<>();
    for (int sample = 0; sample < SAMPLES; sample++) {
      int task = 1 + random.nextInt(Requests.TASKS);
      int project = 1 + random.nextInt(Requests.PROJECTS);
      int number = sample;
      String path = Requests.filled(contender.path(workload), task, project, number);
      Optional<String> body =
          contender.body(workload).map(text -> Requests.filled(text, task, project, number));
      Rows rows = Rows.of(asked.ask(workload, path, body, token));
      if (rows.haveAny(contender.lacks(workload))) {
        throw new LoadException(
            "%s is said to lack %s, but some of its rows have it: %s"
                .formatted(contender.name(), contender.lacks(workload), rows));
      }
      answers.add(rows);
    }
    return answers;
  }

  // ---- what an insert leaves behind ----

  private void journals() throws SQLException {
    List<Running> keeping =
        running.stream().filter(each -> !each.contender().journal().isEmpty()).toList();
    for (int table = 0; table < 2 && !keeping.isEmpty(); table++) {
      Side first = entries(keeping.getFirst(), table);
      for (Running each : keeping) {
        compare("the journal of an insert", first, entries(each, table), MADE);
      }
    }
  }

  /// The rows that a table of the journal keeps as JSON, in the order in which they were written.
  private static Side entries(Running running, int number) throws SQLException {
    String table = running.contender().journal().get(number);
    String column = table.endsWith("outbox") ? "payload" : "after";
    String sql =
        "SELECT \""
            + column
            + "\" FROM "
            + table
            + " WHERE entity = 'Task' AND operation = 'create' ORDER BY at";
    List<SortedMap<String, Object>> entries = new ArrayList<>();
    for (List<@Nullable String> row : running.database().rows(sql)) {
      entries.addAll(Rows.of(String.valueOf(row.getFirst())).rows());
    }
    return new Side(running, new Rows(entries));
  }

  // ---- tables ----

  /// Compares each contender's tables with those of the first on the same store.
  private void tables() throws SQLException {
    for (Contender.Store store : Contender.Store.values()) {
      List<Running> same =
          running.stream().filter(each -> each.contender().store() == store).toList();
      for (Running each : same) {
        tables(same.getFirst(), each);
      }
    }
  }

  private static void tables(Running one, Running other) throws SQLException {
    boolean journals =
        !one.contender().journal().isEmpty() && !other.contender().journal().isEmpty();
    Set<String> first = one.database().tables(names(one, journals));
    Set<String> second = other.database().tables(names(other, journals));
    Set<String> differing = new TreeSet<>(first);
    differing.addAll(second);
    differing.removeIf(line -> first.contains(line) && second.contains(line));
    if (!differing.isEmpty()) {
      throw new LoadException(
          "The tables of %s and %s differ: one alone has\n%s"
              .formatted(
                  one.contender().name(), other.contender().name(), String.join("\n", differing)));
    }
  }

  private static List<String> names(Running running, boolean journals) {
    List<String> names = new ArrayList<>(List.of("projects", "tasks"));
    if (journals) {
      names.addAll(running.contender().journal());
    }
    return names;
  }

  // ---- common ----

  /// A contender and its rows.
  private record Side(Running running, Rows rows) {

    String name() {
      return running.contender().name();
    }
  }

  private static void compare(String what, Side one, Side other, Set<String> without) {
    Optional<String> difference =
        one.rows().without(without).difference(other.rows().without(without));
    if (difference.isPresent()) {
      throw new LoadException(
          "%s: %s and %s cannot be compared, %s"
              .formatted(what, one.name(), other.name(), difference.get()));
    }
  }
}
