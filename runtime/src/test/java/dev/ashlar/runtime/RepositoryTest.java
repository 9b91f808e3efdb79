package dev.ashlar.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.model.Visible;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class RepositoryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor INSIDER = actor("notes:*");
  private static final Actor WRITER = actor("notes:read", "notes:write");
  private static final Actor NOBODY = actor();

  /// Opened once for each database, and used by one run after the other.
  private static final Map<TestDatabase, Engine> ENGINES = new ConcurrentHashMap<>();

  private static final Vertx VERTX = Vertx.vertx();

  private final Engine engine;
  private final Repository<Note> notes;

  RepositoryTest(TestDatabase test) {
    engine = ENGINES.computeIfAbsent(test, RepositoryTest::open);
    notes = engine.repository(Note_.MODEL);
  }

  private static Engine open(TestDatabase test) {
    var config = DatabaseConfig.of(test.url());
    var driver = new CountingDriver(Drivers.open(VERTX, config), new AtomicInteger());
    var database = new Database(driver, Drivers.dialect(config), Model.of(List.of(Note_.MODEL)));
    TestTables.create(database, Note_.MODEL);
    return new Engine(
        database,
        Contributions.of(database.model(), List.of(new NotePolicy()), List.of(), List.of()),
        SettableClock.at(NOW));
  }

  @BeforeEach
  void empty() {
    UserCode.await(engine.unguarded(Note_.MODEL).deleteAll(Always.TRUE));
  }

  @AfterAll
  static void close() {
    ENGINES.values().forEach(engine -> UserCode.await(engine.close()));
    ENGINES.clear();
  }

  private static Actor actor(String... permissions) {
    return new Actor(
        Optional.of(UUID.randomUUID()),
        "test",
        Stream.of(permissions).map(Permission::new).collect(Collectors.toSet()),
        Map.of(),
        Map.of());
  }

  private RequestContext request(Actor actor) {
    return engine.request(actor, "r1");
  }

  private Repository<Note> as(Actor actor) {
    return notes.as(request(actor));
  }

  private static ChangeSet note(String title, int rank) {
    return ChangeSet.of(Note_.MODEL).with(Note_.title, title).with(Note_.rank, rank);
  }

  private UUID create(String title, int rank) {
    return as(INSIDER).create(note(title, rank).with(Note_.hidden, "inside")).id();
  }

  // ---- reads ----

  @Test
  void findsWhatWasCreated() {
    var saved = as(INSIDER).create(note("one", 1));

    var found = as(INSIDER).get(saved.id());
    assertThat(found).isEqualTo(saved.row().orElseThrow());
    assertThat(found.title()).isEqualTo("one");
    assertThat(found.version()).isEqualTo(1);
    assertThat(found.createdAt()).isEqualTo(NOW);
  }

  @Test
  void createsFromARecordButKeepsItsOwn() {
    var given = new Note(UUID.randomUUID(), "one", 1, null, 7, Instant.EPOCH, Instant.EPOCH, null);

    var saved = as(INSIDER).create(given);

    assertThat(saved.id()).isNotEqualTo(given.id());
    assertThat(saved.row().orElseThrow().version()).isEqualTo(1);
    assertThat(saved.row().orElseThrow().createdAt()).isEqualTo(NOW);
  }

  @Test
  void doesNotFindWhatTheActorMayNotSee() {
    UUID id = create("one", 1);

    assertThat(as(NOBODY).find(id)).isEmpty();
    assertThat(as(NOBODY).all().list()).isEmpty();
    assertThat(as(NOBODY).all().count()).isZero();
    assertThatThrownBy(() -> as(NOBODY).get(id))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.NOT_FOUND));
  }

  @Test
  void refusesAMaskedColumnInARecordByName() {
    UUID id = create("one", 1);

    assertThatThrownBy(() -> as(WRITER).find(id))
        .isInstanceOf(MaskedColumnException.class)
        .hasMessageContaining("Note.hidden is hidden from this actor");
    assertThatThrownBy(() -> as(WRITER).all().list()).isInstanceOf(MaskedColumnException.class);
  }

  @Test
  void showsInAViewWhatIsHidden() {
    UUID id = create("one", 1);

    assertThat(as(WRITER).find(id, NoteCard_.MODEL))
        .hasValue(new NoteCard(id, "one", new Visible.Redacted<>()));
    assertThat(as(INSIDER).all().list(NoteCard_.MODEL))
        .containsExactly(new NoteCard(id, "one", new Visible.Value<>("inside")));
  }

  @Test
  void sortsFiltersAndPages() {
    for (int i = 1; i <= 5; i++) {
      create("note " + i, i);
    }
    var query = as(INSIDER).where(Note_.rank.gte(2)).orderBy(Note_.rank.desc());

    var first = query.page(3);
    var second = query.page(3, first.next());

    assertThat(first.items()).extracting(Note::rank).containsExactly(5, 4, 3);
    assertThat(second.items()).extracting(Note::rank).containsExactly(2);
    assertThat(second.next()).isEmpty();
    assertThat(query.count()).isEqualTo(4);
    assertThat(query.and(Note_.title.eq("note 3")).first()).map(Note::rank).hasValue(3);
  }

  @Test
  void countsInOneStatement() {
    for (int i = 1; i <= 3; i++) {
      create("note " + i, i);
    }
    var two = as(INSIDER).where(Note_.rank.gte(2));

    assertThat(statements(two::count)).isEqualTo(1);
    assertThat(two.count()).isEqualTo(2);
    assertThat(as(NOBODY).all().count()).isZero();
    assertThat(statements(() -> two.page(1))).isEqualTo(1);
  }

  private int statements(Callable<?> work) {
    var count = ((CountingDriver) engine.database().driver()).count();
    int before = count.get();
    assertThatCode(work::call).doesNotThrowAnyException();
    return count.get() - before;
  }

  // ---- writes ----

  @Test
  void updatesTheVersionThatWasSeen() {
    UUID id = create("one", 1);
    var changes = ChangeSet.of(Note_.MODEL).with(Note_.title, "two");

    var saved = as(INSIDER).update(id, changes, 1);

    assertThat(saved.version()).hasValue(2);
    assertThat(saved.row()).map(Note::title).hasValue("two");
    assertThatThrownBy(() -> as(INSIDER).update(id, changes.with(Note_.title, "three"), 1))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.STALE_VERSION));
  }

  @Test
  void deletesAndRestores() {
    UUID id = create("one", 1);

    as(INSIDER).delete(id, 1);
    assertThat(as(INSIDER).find(id)).isEmpty();

    as(INSIDER).restore(id, 2);
    assertThat(as(INSIDER).get(id).title()).isEqualTo("one");
  }

  @Test
  void upsertsByKey() {
    var first = as(INSIDER).upsert(note("one", 1), Note_.title);
    var second = as(INSIDER).upsert(note("one", 2), Note_.title);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(as(INSIDER).get(first.id()).rank()).isEqualTo(2);
  }

  @Test
  void findsByUpsertOnlyWhatTheActorSees() {
    create("one", 1);
    var writer = as(actor("notes:read", "notes:write"));

    for (String guess : List.of("inside", "elsewhere")) {
      assertThatThrownBy(
              () -> writer.upsert(note("two", 2).with(Note_.hidden, guess), Note_.hidden))
          .as("a hidden value is guessed: %s", guess)
          .isInstanceOfSatisfying(
              Refusal.class, it -> assertThat(it.code()).isEqualTo(Refusal.Code.FORBIDDEN));
    }
    assertThat(as(INSIDER).all().list()).extracting(Note::title).containsExactly("one");
  }

  @Test
  void changesManyRowsOrNone() {
    as(INSIDER).createAll(List.of(note("one", 1), note("two", 2), note("three", 3)));

    int changed =
        as(INSIDER).updateAll(Note_.rank.gte(2), ChangeSet.of(Note_.MODEL).with(Note_.rank, 9));
    int removed = as(INSIDER).deleteAll(Note_.rank.lt(2));

    assertThat(changed).isEqualTo(2);
    assertThat(removed).isEqualTo(1);
    assertThat(as(INSIDER).all().list()).extracting(Note::rank).containsExactly(9, 9);
    assertThatThrownBy(() -> as(INSIDER).createAll(List.of(note("four", 4), note("", 5))))
        .isInstanceOf(Refusal.class);
    assertThat(as(INSIDER).all().count()).isEqualTo(2);
  }

  // ---- transactions ----

  @Test
  void keepsATransactionWhole() {
    var bells = new AtomicInteger();
    engine.onCommit(bells::incrementAndGet);

    engine
        .transactions()
        .run(
            request(INSIDER),
            () -> {
              notes.create(note("one", 1));
              notes.create(note("two", 2));
              assertThat(bells).hasValue(0);
            });

    assertThat(as(INSIDER).all().count()).isEqualTo(2);
    assertThat(bells).hasValue(1);
  }

  @Test
  void undoesATransactionThatFails() {
    assertThatThrownBy(
            () ->
                engine
                    .transactions()
                    .run(
                        request(INSIDER),
                        () -> {
                          notes.create(note("one", 1));
                          throw new IllegalStateException("no");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");

    assertThat(as(INSIDER).all().count()).isZero();
  }

  @Test
  void undoesANestedTransactionByItself() {
    var transactions = engine.transactions();

    transactions.run(
        request(INSIDER),
        () -> {
          notes.create(note("kept", 1));
          assertThatThrownBy(
                  () ->
                      transactions.run(
                          () -> {
                            notes.create(note("lost", 2));
                            throw new IllegalStateException("no");
                          }))
              .hasMessage("no");
          transactions.run(
              () -> {
                notes.create(note("kept too", 3));
              });
        });

    assertThat(as(INSIDER).all().orderBy(Note_.rank.asc()).list())
        .extracting(Note::title)
        .containsExactly("kept", "kept too");
  }

  @Test
  void keepsNothingOfADryRun() {
    var terms = new RequestContext.Terms(Optional.empty(), true, java.util.OptionalInt.empty());

    engine
        .transactions()
        .run(
            request(INSIDER).on(terms),
            () -> {
              notes.create(note("one", 1));
            });

    assertThat(as(INSIDER).all().count()).isZero();
  }

  // ---- where calls come from ----

  @Test
  void takesTheRequestOfTheCallingCode() {
    UUID id = create("one", 1);

    var found = UserCode.await(UserCode.run(request(INSIDER), () -> notes.get(id)));

    assertThat(found.title()).isEqualTo("one");
    assertThatThrownBy(() -> notes.find(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No request is bound to this thread");
  }

  @Test
  void canHaveMethodsOfItsOwn() {
    create("one", 1);
    create("two", 2);

    assertThat(new Notes(notes).ranked(request(INSIDER), 2))
        .extracting(Note::title)
        .containsExactly("two");
  }

  private static final class Notes extends Repository<Note> {
    Notes(Repository<Note> same) {
      super(same);
    }

    List<Note> ranked(RequestContext context, int rank) {
      return as(context).where(Note_.rank.eq(rank)).list();
    }
  }

  @Test
  void canBeHandedOutBeforeTheEngineIsOpen() {
    UUID id = create("one", 1);
    var repositories = new Repositories();
    var handedOut = repositories.of(Note_.MODEL);

    assertThatThrownBy(() -> handedOut.as(request(INSIDER)).find(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("still being put together");
    repositories.open(engine);
    assertThat(handedOut.as(repositories.request(INSIDER, "r2")).get(id).title()).isEqualTo("one");
    assertThatThrownBy(() -> repositories.open(engine)).isInstanceOf(IllegalStateException.class);
  }

  // ---- beside the rules ----

  @Test
  void seesAndWritesEverythingUnguarded() {
    UUID id = create("one", 1);
    as(INSIDER).delete(id, 1);
    var unguarded = engine.unguarded(Note_.MODEL);

    var found = UserCode.await(unguarded.find(id)).orElseThrow();
    assertThat(found.deletedAt()).isNotNull();
    assertThat(UserCode.await(unguarded.update(found.withRank(5)))).isTrue();
    assertThat(UserCode.await(unguarded.update(found.withRank(6)))).isFalse();
    assertThat(UserCode.await(unguarded.count(Note_.rank.eq(5)))).isEqualTo(1);
    UserCode.await(unguarded.upsert(found.withRank(7)));
    assertThat(UserCode.await(unguarded.first(Always.TRUE))).map(Note::rank).hasValue(7);
    assertThat(UserCode.await(unguarded.insertIfAbsent(found, Note_.id))).isFalse();
    assertThat(UserCode.await(unguarded.delete(id))).isTrue();
    assertThat(UserCode.await(unguarded.find(id))).isEmpty();
  }

  @Test
  void saysWhatIsServedToNobody() {
    var bare = new Engine(engine.database(), Contributions.NONE, SettableClock.at(NOW));

    assertThat(bare.unserved()).isEqualTo(List.of(Note_.MODEL));
    assertThat(engine.unserved()).isEmpty();
    assertThat(Set.copyOf(bare.access().image().entities())).isEmpty();
  }
}
