package dev.ashlar.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Action;
import dev.ashlar.runtime.operation.Hook;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import dev.ashlar.testing.time.SettableClock;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What an action changes passes everything that an update passes.
@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class ActionTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Actor ACTOR =
      new Actor(
          Optional.of(UUID.randomUUID()),
          "test",
          Set.of(new Permission("notes:read"), new Permission("notes:promote")),
          Map.of(),
          Map.of());

  /// Opened once for each database, and used by one run after the other.
  private static final Map<TestDatabase, World> WORLDS = new ConcurrentHashMap<>();

  private record World(Engine engine, List<String> calls) {}

  private final Engine engine;
  private final List<String> calls;
  private final UUID note = UUID.randomUUID();

  ActionTest(TestDatabase test) {
    var world = WORLDS.computeIfAbsent(test, ActionTest::open);
    engine = world.engine();
    calls = world.calls();
  }

  private static World open(TestDatabase test) {
    var config = DatabaseConfig.of(test.url());
    var database =
        new Database(
            Drivers.open(VERTX, config), Drivers.dialect(config), Model.of(List.of(Note_.MODEL)));
    TestTables.create(database, Note_.MODEL);
    var calls = new CopyOnWriteArrayList<String>();
    var contributions =
        Contributions.of(
            database.model(),
            List.of(new Promotions()),
            List.of(new Recorder(calls)),
            List.of(new Promote(), new Look()));
    var clock = SettableClock.at("2026-03-01T12:00:00Z");
    return new World(new Engine(database, contributions, clock), calls);
  }

  @AfterAll
  static void close() {
    WORLDS.values().forEach(world -> UserCode.await(world.engine().close()));
    WORLDS.clear();
  }

  @BeforeEach
  void insert() {
    var now = Instant.parse("2026-03-01T11:00:00Z");
    UserCode.await(
        engine.unguarded(Note_.MODEL).insert(new Note(note, "one", 1, null, 1, now, now, null)));
    calls.clear();
  }

  /// Only editors update a note, whoever may promote promotes it, and none ranks above nine.
  private static final class Promotions implements Policy<Note> {
    @Override
    public void rules(Rules<Note> r) {
      r.allow(Verb.READ).when(can("notes:read"));
      r.allow(Verb.UPDATE, Verb.DELETE).when(can("notes:edit"));
      r.allowAction("promote").when(can("notes:promote"));
      r.allowAction("look").when(can("notes:promote"));
      r.deny(Verb.INVOKE).when(before(Note_.title).eq("locked"));
      r.check(Verb.UPDATE, Note_.rank.lte(9));
      r.field(Note_.rank).write(can("notes:never"));
    }
  }

  /// Sets the rank that it is given.
  private static final class Promote implements Action<Note> {
    @Override
    public String name() {
      return "promote";
    }

    @Override
    public ChangeSet run(
        RequestContext context, EntityModel<Note> entity, ChangeSet row, String input) {
      return ChangeSet.of(entity).with(Note_.rank, Integer.valueOf(input));
    }
  }

  /// Changes nothing.
  private static final class Look implements Action<Note> {
    @Override
    public String name() {
      return "look";
    }

    @Override
    public ChangeSet run(
        RequestContext context, EntityModel<Note> entity, ChangeSet row, String input) {
      return ChangeSet.of(entity);
    }
  }

  /// Notes what it is called with, turns seven into eight, and refuses six afterwards.
  private static final class Recorder implements Hook<Note> {
    private final List<String> calls;

    Recorder(List<String> calls) {
      this.calls = calls;
    }

    @Override
    public Set<Verb> verbs() {
      return Set.of(Verb.UPDATE, Verb.INVOKE);
    }

    @Override
    public ChangeSet before(Call<Note> call) {
      record("before", call);
      return Integer.valueOf(7).equals(call.changes().stored(Note_.rank))
          ? call.changes().with(Note_.rank, 8)
          : call.changes();
    }

    @Override
    public void after(Call<Note> call) {
      record("after", call);
      if (Integer.valueOf(6).equals(call.changes().stored(Note_.rank))) {
        throw new Refusal(Code.CONFLICT, "Not six.");
      }
    }

    private void record(String when, Call<Note> call) {
      calls.add(
          "%s %s %s->%s"
              .formatted(
                  when,
                  call.verb(),
                  call.before().orElseThrow().stored(Note_.rank),
                  call.changes().stored(Note_.rank)));
    }
  }

  private Saved<Note> invoke(String action, String input) {
    return engine
        .repository(Note_.MODEL)
        .as(engine.request(ACTOR, "r1"))
        .invoke(note, action, input, 1);
  }

  private Note stored() {
    return UserCode.await(engine.unguarded(Note_.MODEL).find(note)).orElseThrow();
  }

  /// The operations that a table has of the note, each with its action's name if it has one.
  private List<String> written(String table) {
    var dialect = engine.database().dialect();
    var sql =
        "SELECT %s FROM %s WHERE entity_id = %s"
            .formatted(
                "%s || COALESCE(' ' || %s, '')"
                    .formatted(dialect.quote("operation"), dialect.quote("action")),
                table,
                dialect.name().equals("sqlite") ? "?" : "$1");
    var rows =
        UserCode.await(
            engine
                .database()
                .driver()
                .rows(
                    new Statement(
                        sql,
                        List.of(new Parameter(ValueType.UUID, false)),
                        List.of(ValueType.STRING)),
                    new Object[] {note}));
    return rows.stream().map(row -> row.string(0)).toList();
  }

  @Test
  void runsTheHooksOfAnUpdateWithinThoseOfTheAction() {
    var saved = invoke("promote", "5");

    assertThat(saved.row().orElseThrow().rank()).isEqualTo(5);
    assertThat(saved.version()).hasValue(2);
    assertThat(calls)
        .containsExactly(
            "before INVOKE 1->null",
            "before UPDATE 1->5",
            "after UPDATE 1->5",
            "after INVOKE 1->null");
  }

  @Test
  void makesTheChangesThatHooksMakeOfThem() {
    invoke("promote", "7");

    assertThat(stored().rank()).isEqualTo(8);
  }

  @Test
  void isUndoneByAHookThatRefuses() {
    assertThatThrownBy(() -> invoke("promote", "6"))
        .isInstanceOf(Refusal.class)
        .hasMessage("Not six.");

    assertThat(stored().rank()).isEqualTo(1);
    assertThat(written("ashlar_audit")).isEmpty();
  }

  @Test
  void isHeldToTheChecksOfAnUpdate() {
    assertThatThrownBy(() -> invoke("promote", "10"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN));

    assertThat(stored().rank()).isEqualTo(1);
  }

  @Test
  void isWrittenDownOnce() {
    invoke("promote", "5");

    assertThat(written("ashlar_audit")).containsExactly("invoke promote");
    assertThat(written("ashlar_outbox")).containsExactly("invoke promote");
  }

  @Test
  void aloneIsWrittenDownByItsName() {
    var writer =
        new Actor(
            Optional.of(UUID.randomUUID()),
            "writer",
            Set.of(new Permission("*")),
            Map.of(),
            Map.of());
    var notes = engine.repository(Note_.MODEL).as(engine.request(writer, "r1"));

    notes.update(note, ChangeSet.of(Note_.MODEL).with(Note_.title, "two"), 1);
    notes.delete(note, 2);

    assertThat(written("ashlar_audit")).containsExactlyInAnyOrder("update", "delete");
    assertThat(written("ashlar_outbox")).containsExactlyInAnyOrder("update", "delete");
  }

  @Test
  void updatesNothingByChangingNothing() {
    var saved = invoke("look", "");

    assertThat(saved.version()).hasValue(1);
    assertThat(calls).containsExactly("before INVOKE 1->null", "after INVOKE 1->null");
    assertThat(written("ashlar_audit")).isEmpty();
  }

  @Test
  void isDeniedByARuleForAllActions() {
    UserCode.await(engine.unguarded(Note_.MODEL).update(stored().withTitle("locked")));

    assertThatThrownBy(
            () ->
                engine
                    .repository(Note_.MODEL)
                    .as(engine.request(ACTOR, "r1"))
                    .invoke(note, "promote", "5"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN));
  }
}
