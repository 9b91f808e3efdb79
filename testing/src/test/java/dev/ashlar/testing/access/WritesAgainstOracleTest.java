package dev.ashlar.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.Migrations;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.AccessImage;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Interpreter.Rows;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Actions;
import dev.ashlar.runtime.operation.Hooks;
import dev.ashlar.runtime.operation.Operation;
import dev.ashlar.runtime.operation.Outcome.Written;
import dev.ashlar.runtime.operation.Pipeline;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Random rows, rules, actors and changes: what an update or replacement does and shows is what the
/// oracle says.
@OnEveryDatabase
final class WritesAgainstOracleTest {
  private static final int WORLDS = 25;
  private static final int CASES = 40;

  private final Vertx vertx = Vertx.vertx();
  private final Database database;
  private final Pipeline pipeline;

  private int refusedColumns;
  private int redactedAnswers;
  private int keptColumns;

  WritesAgainstOracleTest(TestDatabase where) {
    var config = DatabaseConfig.of(where.url());
    database = new Database(Drivers.open(vertx, config), Drivers.dialect(config), World.MODEL);
    pipeline = new Pipeline(database, Hooks.NONE, Actions.NONE, () -> {});
  }

  /// What came of a write.
  ///
  /// @param columns those refused, or those hidden in the answer
  /// @param stored the row as it is stored afterwards, as text
  private record Told(String what, Set<String> columns, String stored) {}

  @BeforeEach
  void tables() {
    var journal = History.load("ashlar", WritesAgainstOracleTest.class.getClassLoader());
    new Migrations(
            database.driver(), database.dialect(), List.of(journal), Migrations.Settings.of("test"))
        .up();
    Tables.create(database);
  }

  @AfterEach
  void close() {
    await(database.driver().close());
    await(vertx.close());
  }

  @Test
  void doesWhatTheOracleSays() {
    for (int number = 0; number < WORLDS; number++) {
      var world = new World(number);
      WorldRows.store(database, world);
      for (int each = 0; each < CASES; each++) {
        String name = "world %d, case %d".formatted(number, each);
        var entity = List.of(Area_.MODEL, Item_.MODEL, Item_.MODEL, Mark_.MODEL).get(each % 4);
        var asked = new Case(name, world, world.image(), world.actor(), world.some(entity));
        update(asked, world.changes(entity));
        replace(asked, world.changes(entity));
      }
    }
    assertThat(refusedColumns).as("writes refused for a column").isGreaterThan(100);
    assertThat(redactedAnswers).as("answers with hidden columns").isGreaterThan(50);
    assertThat(keptColumns).as("columns that replacements had to keep").isGreaterThan(100);
  }

  private record Case(String name, World world, AccessImage image, Actor actor, ChangeSet row) {
    Oracle oracle() {
      return new Oracle(World.MODEL, image, world::rows);
    }

    boolean writable(Column<?, ?> column) {
      return oracle().writable(actor, Verb.UPDATE, row, column);
    }

    UUID id() {
      return (UUID) Objects.requireNonNull(row.stored(row.entity().id()));
    }
  }

  private void update(Case asked, ChangeSet changes) {
    var entity = asked.row().entity();
    var update = new Operation.Update(entity, asked.id(), changes, OptionalInt.empty());
    compare(asked, update, expected(asked, changes, changed(asked.row(), changes)));
  }

  /// Gives what needs a value, as far as it may be written, and something of the rest: what is
  /// neither given nor writable stays.
  private void replace(Case asked, ChangeSet changes) {
    var entity = asked.row().entity();
    ChangeSet given = changes;
    ChangeSet after = asked.row();
    for (Column<?, ?> column : entity.columns()) {
      if (!column.plain()) {
        continue;
      }
      boolean writable = asked.writable(column);
      if (!column.nullable() && writable && !given.has(column)) {
        given = given.with(column, asked.row().stored(column));
      }
      if (given.has(column) || writable) {
        after = after.with(column, given.has(column) ? given.stored(column) : null);
      } else {
        keptColumns++;
      }
    }
    var replace = new Operation.Replace(entity, asked.id(), given, OptionalInt.empty());
    compare(asked, replace, expected(asked, given, after));
  }

  private static ChangeSet changed(ChangeSet row, ChangeSet changes) {
    var after = new ChangeSet[] {row};
    changes.forEach((column, value) -> after[0] = after[0].with(column, value));
    return after[0];
  }

  // ---- what the oracle says ----

  private Told expected(Case asked, ChangeSet given, ChangeSet after) {
    var oracle = asked.oracle();
    ChangeSet row = asked.row();
    String unchanged = text(row);
    if (!oracle.visible(asked.actor(), row)) {
      return new Told("not_found", Set.of(), unchanged);
    }
    if (!oracle.allowed(asked.actor(), Verb.UPDATE, "", row)) {
      return new Told("forbidden", Set.of(), unchanged);
    }
    var closed = columns(row, column -> given.has(column) && !asked.writable(column));
    if (!closed.isEmpty()) {
      refusedColumns++;
      return new Told("forbidden", closed, unchanged);
    }
    var then = new Oracle(World.MODEL, asked.image(), with(asked.world(), after));
    var before = Optional.of(row);
    if (!then.checked(asked.actor(), Verb.UPDATE, before, after)) {
      return new Told("forbidden", Set.of(), unchanged);
    }
    if (!then.visible(asked.actor(), after)) {
      return new Told("done unseen", Set.of(), text(after));
    }
    var hidden = columns(row, column -> !then.readable(asked.actor(), before, after, column));
    redactedAnswers += hidden.isEmpty() ? 0 : 1;
    return new Told("done", hidden, text(after));
  }

  private static Rows with(World world, ChangeSet changed) {
    var id = changed.entity().id();
    return entity ->
        world.rows(entity).stream()
            .map(
                row ->
                    entity == changed.entity() && Objects.equals(row.stored(id), changed.stored(id))
                        ? changed
                        : row)
            .toList();
  }

  private interface Chosen {
    boolean is(Column<?, ?> column);
  }

  private static Set<String> columns(ChangeSet row, Chosen chosen) {
    var found = new TreeSet<String>();
    for (Column<?, ?> column : row.entity().columns()) {
      if (chosen.is(column)) {
        found.add(column.property());
      }
    }
    return found;
  }

  // ---- what the pipeline does ----

  private void compare(Case asked, Operation.Write write, Told expected) {
    Session session = await(database.driver().begin(Mode.WRITE));
    try {
      var found = run(session, asked, write);
      // Nobody known is asked to say who she is where the rules can allow her nothing at all.
      boolean stranger = asked.actor() == Actor.ANONYMOUS && found.what().equals("unauthenticated");
      assertThat(stranger ? "not done" : found)
          .as(
              "%s: %s as %s of %s%nunder %s",
              asked.name(), write, asked.actor(), asked.row(), asked.image())
          .isEqualTo(stranger && !expected.what().startsWith("done") ? "not done" : expected);
    } finally {
      await(session.rollback());
    }
  }

  private Told run(Session session, Case asked, Operation.Write write) {
    var now = Instant.parse("2026-03-01T12:00:00Z");
    var context =
        RequestContext.of(asked.actor(), new Access(asked.image()), "test", now).in(session);
    try {
      var written = (Written) await(pipeline.run(context, write));
      return new Told(
          written.row().isPresent() ? "done" : "done unseen",
          written.row().map(row -> hidden(asked.row(), row)).orElse(Set.of()),
          stored(session, asked));
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof Refusal refusal) {
        var closed =
            refusal.violations().stream()
                .map(violation -> violation.pointer().substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Told(refusal.code().wire(), closed, stored(session, asked));
      }
      throw failure;
    }
  }

  private static Set<String> hidden(ChangeSet row, Fetched answer) {
    List<Column<?, ?>> all = new ArrayList<>(row.entity().columns());
    return columns(row, column -> answer.redacted(all.indexOf(column)));
  }

  /// The row as it stands in the table, past every rule.
  private String stored(Session session, Case asked) {
    var entity = asked.row().entity();
    var select =
        new Select(
            entity,
            Selection.all(entity),
            entity.id().eq(new Value(ValueType.UUID, asked.id())),
            List.of(),
            Optional.empty(),
            Lock.NONE);
    var found =
        await(database.select(session, Lifted.of(select), Viewer.ALL, Bindings.Context.NONE))
            .getFirst();
    ChangeSet stored = ChangeSet.of(entity);
    for (int i = 0; i < entity.columns().size(); i++) {
      stored = stored.with(entity.columns().get(i), found.value(i));
    }
    return text(stored);
  }

  private static String text(ChangeSet row) {
    var text = new StringBuilder();
    for (Column<?, ?> column : row.entity().columns()) {
      text.append(column.property()).append('=').append(row.stored(column)).append('\n');
    }
    return text.toString();
  }

  private static <V> V await(Future<V> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
