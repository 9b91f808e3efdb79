package dev.ashlar.data.migration;

import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.migration.Finding.Kind;
import dev.ashlar.data.migration.Ledger.Line;
import dev.ashlar.data.migration.MigrationStatus.State;
import dev.ashlar.data.sql.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs the migrations of an application's modules on one database, each in a transaction of its
/// own: one that fails leaves everything as it was before it.
///
/// Calls wait for the database: do not make them on an event loop.
public final class Migrations {
  private final Driver driver;
  private final Dialect dialect;
  private final SchemaSql sql;
  private final List<History> histories;
  private final MigrationOrder order;
  private final Settings settings;
  private final Ledger ledger;
  private final MigrationLock lock;

  /// @param histories of every module of the application, those that others stand on first
  /// @throws MigrationException.Malformed when a migration is missing or they need each other in a
  ///   circle
  public Migrations(Driver driver, Dialect dialect, List<History> histories, Settings settings) {
    this.driver = driver;
    this.dialect = dialect;
    this.sql = SchemaSql.of(dialect);
    this.histories = List.copyOf(histories);
    this.order = new MigrationOrder(histories);
    this.settings = settings;
    this.ledger = new Ledger(dialect, sql);
    this.lock = new MigrationLock(driver, sql, settings.lockWait());
  }

  /// How migrations are run.
  ///
  /// @param appliedBy the program and its version, for the history
  /// @param lockWait how long to wait for another node that migrates
  /// @param clock tells when
  public record Settings(String appliedBy, Duration lockWait, Clock clock) {
    private static final Duration LOCK_WAIT = Duration.ofMinutes(1);

    /// The defaults for a program.
    public static Settings of(String appliedBy) {
      return new Settings(appliedBy, LOCK_WAIT, Clock.systemUTC());
    }
  }

  /// A migration that was run, on or back.
  public record Ran(MigrationId id, Duration took) {}

  // ---- what is ----

  /// Every migration that is known or was run: first those that were run in their order, then those
  /// to come in theirs.
  public List<MigrationStatus> status() {
    var all = new LinkedHashMap<MigrationId, MigrationStatus>();
    for (Line entry : ledger.read(driver)) {
      all.put(entry.id(), applied(entry));
    }
    for (Migration migration : order.all()) {
      all.computeIfAbsent(
          migration.id(),
          id ->
              new MigrationStatus(
                  id,
                  migration.message(),
                  State.PENDING,
                  migration.unapproved(dialect),
                  Optional.empty()));
    }
    return List.copyOf(all.values());
  }

  private MigrationStatus applied(Line entry) {
    var applied =
        Optional.of(
            new MigrationStatus.Applied(entry.appliedAt(), entry.appliedBy(), entry.took()));
    if (!order.contains(entry.id())) {
      return new MigrationStatus(entry.id(), "", State.UNKNOWN, List.of(), applied);
    }
    State state = isEdited(entry) ? State.EDITED : State.APPLIED;
    String message = order.get(entry.id()).message();
    return new MigrationStatus(entry.id(), message, state, List.of(), applied);
  }

  private boolean isEdited(Line entry) {
    return !order.get(entry.id()).script(dialect).checksum().equals(entry.checksum());
  }

  /// Everything that is not as it should be: the models against the committed images, the histories
  /// against the database, and the real tables against the images. Empty when all is well.
  ///
  /// @param models what each module's records ask for, by the module's name
  public List<Finding> check(Map<String, SchemaImage> models) {
    var findings = new ArrayList<Finding>();
    for (History history : histories) {
      Optional.ofNullable(models.get(history.module()))
          .ifPresent(model -> Finding.ofModel(history, model, findings));
      Finding.ofImage(history, findings);
    }
    boolean behind = false;
    for (MigrationStatus status : status()) {
      Finding.ofStatus(status, findings);
      behind |= status.state() != State.APPLIED;
    }
    if (!behind) {
      drift().forEach(text -> findings.add(new Finding(Kind.DRIFT, text)));
    }
    return List.copyOf(findings);
  }

  /// How the real tables differ from the committed images; tables that no image knows are not
  /// looked at. Meaningful when no migration is pending.
  public List<String> drift() {
    SchemaImage image =
        histories.stream()
            .flatMap(history -> history.image().stream())
            .reduce(SchemaImage.EMPTY, SchemaImage::and);
    return new Drift(driver, sql).from(image);
  }

  // ---- on ----

  /// Runs every migration that was not run yet.
  ///
  /// @throws MigrationException saying what is in the way; what ran before it stays
  public List<Ran> up() {
    return up(order.all());
  }

  /// Runs one migration, and those it stands on, where they were not run yet.
  ///
  /// @throws MigrationException saying what is in the way; what ran before it stays
  public List<Ran> upTo(MigrationId target) {
    return up(order.upTo(target));
  }

  private List<Ran> up(List<Migration> wanted) {
    var entries = ledger.read(driver);
    var pending = wanted.stream().filter(it -> find(entries, it.id()).isEmpty()).toList();
    refuseEdited(entries);
    pending.forEach(this::refuseUnapproved);
    var ran = new ArrayList<Ran>();
    for (Migration migration : pending) {
      inTransaction(session -> up(session, migration)).ifPresent(ran::add);
    }
    return ran;
  }

  private static Optional<Line> find(List<Line> entries, MigrationId id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  private void refuseEdited(List<Line> entries) {
    for (Line entry : entries) {
      if (order.contains(entry.id()) && isEdited(entry)) {
        throw new MigrationException.Refused(
            "Migration %s was edited after it ran here on %s by %s: %s has other SQL now. Restore the file, and put what is new into a migration of its own."
                .formatted(
                    entry.id(),
                    entry.appliedAt(),
                    entry.appliedBy(),
                    HistoryFiles.up(dialect.name())));
      }
    }
  }

  private void refuseUnapproved(Migration migration) {
    var unapproved = migration.unapproved(dialect);
    if (!unapproved.isEmpty()) {
      var steps = new StringBuilder();
      unapproved.forEach(
          step -> steps.append("\n  approved: %s   (%s)".formatted(step.words(), step.why())));
      throw new MigrationException.Refused(
          "Migration %s has steps that nobody approved. Nothing was run. Review them, and write into its %s:%s"
              .formatted(migration.id(), HistoryFiles.HEADER, steps));
    }
  }

  private Optional<Ran> up(Session session, Migration migration) {
    ledger.prepare(session, sql);
    var entries = ledger.read(session);
    if (find(entries, migration.id()).isPresent()) {
      // Another node was first.
      return Optional.empty();
    }
    refuseEdited(entries);
    long start = System.nanoTime();
    var script = migration.script(dialect);
    new ScriptRun(session, migration.id(), HistoryFiles.up(dialect.name())).run(script.up());
    var took = since(start);
    long number = entries.isEmpty() ? 1 : entries.getLast().number() + 1;
    ledger.add(
        session,
        new Line(
            number,
            migration.id(),
            script.checksum(),
            settings.clock().instant(),
            settings.appliedBy(),
            took));
    return Optional.of(new Ran(migration.id(), took));
  }

  private static Duration since(long start) {
    return Duration.ofNanos((System.nanoTime() - start) / 1_000 * 1_000);
  }

  // ---- back ----

  /// Takes back the migrations that ran last.
  ///
  /// @param steps how many
  /// @param losing whether data may be lost
  /// @throws MigrationException saying what is in the way; what was taken back before it stays so
  public List<Ran> down(int steps, boolean losing) {
    return down(newestFirst().stream().limit(steps).toList(), losing);
  }

  /// Takes back what ran in a module after one of its migrations, and whatever stands on it.
  ///
  /// @param target the one that stays
  /// @param losing whether data may be lost
  /// @throws MigrationException saying what is in the way; what was taken back before it stays so
  public List<Ran> downTo(MigrationId target, boolean losing) {
    order.get(target);
    var later =
        histories.stream()
            .filter(history -> history.module().equals(target.module()))
            .flatMap(history -> history.migrations().stream())
            .map(Migration::id)
            .dropWhile(id -> !id.equals(target))
            .skip(1)
            .toList();
    return down(
        newestFirst().stream()
            .filter(entry -> order.contains(entry.id()))
            .filter(entry -> later.stream().anyMatch(id -> order.needs(entry.id(), id)))
            .toList(),
        losing);
  }

  private List<Line> newestFirst() {
    return ledger.read(driver).stream()
        .sorted(Comparator.comparingLong(Line::number).reversed())
        .toList();
  }

  private List<Ran> down(List<Line> entries, boolean losing) {
    entries.forEach(entry -> refuseDown(entry, losing));
    var ran = new ArrayList<Ran>();
    for (Line entry : entries) {
      inTransaction(session -> down(session, entry.id())).ifPresent(ran::add);
    }
    return ran;
  }

  private void refuseDown(Line entry, boolean losing) {
    if (!order.contains(entry.id())) {
      throw new MigrationException.Refused(
          "Migration %s ran here, but this program does not know it, nor the way back. Nothing was run. Take it back with the version that knows it: %s."
              .formatted(entry.id(), entry.appliedBy()));
    }
    var script = order.get(entry.id()).script(dialect);
    if (SqlText.statements(script.down()).isEmpty()) {
      throw new MigrationException.Refused(
          "Migration %s has no way back: its %s has no statement. Nothing was run."
              .formatted(entry.id(), HistoryFiles.down(dialect.name())));
    }
    if (!losing && !script.losesData().isEmpty()) {
      throw new MigrationException.Refused(
          "Taking back migration %s loses data: %s. Nothing was run. Make a backup, and say that data may be lost."
              .formatted(
                  entry.id(),
                  String.join(
                      ", ", script.losesData().stream().map(Migration.Step::words).toList())));
    }
  }

  private Optional<Ran> down(Session session, MigrationId id) {
    var entries = ledger.read(session);
    if (find(entries, id).isEmpty()) {
      // Another node was first.
      return Optional.empty();
    }
    for (Line entry : entries) {
      if (!entry.id().equals(id) && order.contains(entry.id()) && order.needs(entry.id(), id)) {
        throw new MigrationException.Refused(
            "Migration %s cannot be taken back while %s stands on it. Take that one back first."
                .formatted(id, entry.id()));
      }
    }
    long start = System.nanoTime();
    var script = order.get(id).script(dialect);
    new ScriptRun(session, id, HistoryFiles.down(dialect.name())).run(script.down());
    ledger.remove(session, id);
    return Optional.of(new Ran(id, since(start)));
  }

  // ---- transactions ----

  private interface Work {
    Optional<Ran> run(Session session);
  }

  private Optional<Ran> inTransaction(Work work) {
    Session session = lock.begin();
    Optional<Ran> ran;
    try {
      ran = work.run(session);
    } catch (RuntimeException e) {
      MigrationLock.rollback(session, e);
      throw e;
    }
    ScriptRun.commit(session, ran.map(Ran::id));
    return ran;
  }
}
