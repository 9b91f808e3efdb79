package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.TableBuilder.image;
import static dev.ashlar.data.migration.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.migration.Finding.Kind;
import dev.ashlar.data.migration.MigrationStatus.State;
import dev.ashlar.data.migration.Migrations.Ran;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.DatabaseKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Running migrations: in order, once, whole or not at all.
final class MigrationsTest {
  private static final ValueType.Kind TEXT = ValueType.Kind.STRING;
  private static final ValueType.Kind INT = ValueType.Kind.INT;
  private static final MigrationId FIRST = new MigrationId("app", "0001_notes");
  private static final MigrationId SECOND = new MigrationId("app", "0002_pages");

  private static final SchemaImage NOTES =
      image(table("notes", "Note").column("text", TEXT, false));
  private static final SchemaImage PAGES =
      image(
          table("notes", "Note").column("text", TEXT, false).column("page", INT, true),
          table("pages", "Page"));

  private static List<MigrationId> ids(List<Ran> ran) {
    return ran.stream().map(Ran::id).toList();
  }

  private static List<State> states(Migrations migrations) {
    return migrations.status().stream().map(MigrationStatus::state).toList();
  }

  @ParameterizedTest
  @EnumSource
  void runsWhatIsPendingOnce(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.make("notes", NOTES);
      it.make("pages", PAGES);

      assertThat(states(it.migrations())).containsExactly(State.PENDING, State.PENDING);
      assertThat(ids(it.migrations().upTo(FIRST))).containsExactly(FIRST);
      assertThat(states(it.migrations())).containsExactly(State.APPLIED, State.PENDING);
      assertThat(ids(it.migrations().up())).containsExactly(SECOND);
      assertThat(it.migrations().up()).isEmpty();

      var status = it.migrations().status().getLast();
      assertThat(status.message()).isEqualTo("pages");
      assertThat(status.applied().orElseThrow().by()).isEqualTo("test 1.0");
      assertThat(it.migrations().check(Map.of("app", PAGES))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesBackOnlyWhenDataMayBeLost(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.make("notes", NOTES);
      it.make("pages", PAGES);
      it.migrations().up();

      assertThatThrownBy(() -> it.migrations().down(1, false))
          .isInstanceOf(MigrationException.Refused.class)
          .hasMessageContaining("app/0002_pages loses data: drop-column notes.page");
      assertThat(states(it.migrations())).containsExactly(State.APPLIED, State.APPLIED);

      assertThat(ids(it.migrations().downTo(FIRST, true))).containsExactly(SECOND);
      assertThat(states(it.migrations())).containsExactly(State.APPLIED, State.PENDING);
      assertThat(ids(it.migrations().down(5, true))).containsExactly(FIRST);
      assertThatThrownBy(() -> it.texts("SELECT \"text\" FROM \"notes\""))
          .isInstanceOf(DataException.class);
      assertThat(ids(it.migrations().up())).containsExactly(FIRST, SECOND);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesEverythingAsItWasWhenOneFailsHalfWay(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("notes", NOTES);
      it.execute(
          "INSERT INTO \"notes\" (\"id\", \"text\") VALUES (%s, 'kept')".formatted(it.key(1)));
      var made = it.make("pages", PAGES);
      String file = it.dialect().name() + ".up.sql";
      it.edit(
          made,
          file,
          sql ->
              sql
                  + "UPDATE \"notes\" SET \"text\" = 'changed';\n"
                  + "INSERT INTO \"pages\" (\"id\") VALUES (NULL);\n");

      assertThatThrownBy(() -> it.migrations().up())
          .isInstanceOf(MigrationException.Failed.class)
          .hasMessageContaining("app/0002_pages failed at statement 4 of 4 in " + file)
          .hasMessageContaining("NOT_NULL")
          .hasMessageEndingWith("INSERT INTO \"pages\" (\"id\") VALUES (NULL)");

      assertThat(it.texts("SELECT \"text\" FROM \"notes\"")).containsExactly("kept");
      assertThat(states(it.migrations())).containsExactly(State.APPLIED, State.PENDING);
      var before = new Drift(it.driver(), SchemaSql.of(it.dialect())).from(NOTES);
      assertThat(before).isEmpty();
      assertThat(it.migrations().drift()).contains("Table pages is missing.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesStepsWithoutApprovalBeforeAnythingRuns(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("pages", PAGES);
      it.make(
          "more",
          image(
              table("more", "More"),
              table("notes", "Note").column("text", TEXT, false).column("page", INT, true),
              table("pages", "Page")));
      var drop = it.make("drop", NOTES, "notes.page");

      assertThatThrownBy(() -> it.migrations().up())
          .isInstanceOf(MigrationException.Refused.class)
          .hasMessageContaining("app/0003_drop")
          .hasMessageContaining("approved: drop-column notes.page   (all its values are lost)")
          .hasMessageContaining("approved: drop-table pages");
      assertThat(states(it.migrations()))
          .containsExactly(State.APPLIED, State.PENDING, State.PENDING);
      assertThat(it.migrations().check(Map.of()))
          .extracting(Finding::kind)
          .containsExactly(
              Kind.PENDING, Kind.PENDING, Kind.UNAPPROVED, Kind.UNAPPROVED, Kind.UNAPPROVED);

      it.approve(drop);
      assertThat(it.migrations().up()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesEditsOfWhatRan(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      var made = it.make("notes", NOTES);
      it.migrations().up();
      it.make("pages", PAGES);
      String file = it.dialect().name() + ".up.sql";
      it.edit(made, file, sql -> sql.replace("\n", "\r\n"));
      assertThat(states(it.migrations())).containsExactly(State.APPLIED, State.PENDING);

      it.edit(made, file, sql -> sql + "-- and more\n");

      assertThat(states(it.migrations())).containsExactly(State.EDITED, State.PENDING);
      assertThatThrownBy(() -> it.migrations().up())
          .isInstanceOf(MigrationException.Refused.class)
          .hasMessageContaining("app/0001_notes was edited after it ran here on")
          .hasMessageContaining(file);
      assertThat(it.migrations().check(Map.of()))
          .extracting(Finding::kind)
          .containsExactly(Kind.EDITED, Kind.PENDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsWhatTheProgramDoesNotKnow(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.make("notes", NOTES);
      it.migrations().up();
      var stranger =
          new Migrations(it.driver(), it.dialect(), List.of(), Migrations.Settings.of("test 2.0"));

      assertThat(states(stranger)).containsExactly(State.UNKNOWN);
      assertThat(stranger.up()).isEmpty();
      assertThat(stranger.check(Map.of())).extracting(Finding::kind).containsExactly(Kind.UNKNOWN);
      assertThatThrownBy(() -> stranger.down(1, true))
          .isInstanceOf(MigrationException.Refused.class)
          .hasMessageContaining("does not know it")
          .hasMessageContaining("test 1.0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsDrift(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("notes", NOTES);
      assertThat(it.migrations().drift()).isEmpty();

      it.execute("ALTER TABLE \"notes\" ADD COLUMN \"extra\" integer");
      it.execute("CREATE INDEX \"by_hand\" ON \"notes\" (\"text\")");
      it.execute("CREATE TABLE \"unrelated\" (\"id\" integer)");

      assertThat(it.migrations().drift())
          .hasSize(2)
          .allMatch(text -> text.startsWith("Table notes has more: "))
          .anyMatch(text -> text.contains("by_hand"))
          .anyMatch(text -> text.contains("extra"));
      assertThat(it.migrations().check(Map.of("app", NOTES)))
          .extracting(Finding::kind)
          .containsExactly(Kind.DRIFT, Kind.DRIFT);

      it.execute("DROP TABLE \"notes\"");
      assertThat(it.migrations().drift()).containsExactly("Table notes is missing.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsModelsThatChangedAndImagesThatStrayed(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("notes", NOTES);

      assertThat(it.migrations().check(Map.of("app", PAGES)))
          .extracting(Finding::text)
          .containsExactly(
              "The records of app ask to create table pages, and no migration does. Run `migrate make`.",
              "The records of app ask to add column notes.page, and no migration does. Run `migrate make`.");

      var made = it.make("pages", PAGES);
      it.migrations().up();
      it.edit(made, "migration.txt", text -> text.replaceAll("image: ....", "image: 0000"));
      assertThat(it.migrations().check(Map.of("app", PAGES)))
          .extracting(Finding::kind)
          .containsExactly(Kind.IMAGE_STRAYED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoNodesRunEachMigrationOnce(DatabaseKind kind) throws Exception {
    try (var it = new MigrationFixture(kind)) {
      it.make("notes", NOTES);
      it.make("pages", PAGES);
      var other = it.open();
      var start = new CountDownLatch(1);
      try (var threads = Executors.newFixedThreadPool(2)) {
        var one = threads.submit(node(start, it.migrations()));
        var two = threads.submit(node(start, it.migrations(other, Duration.ofSeconds(20))));
        start.countDown();

        var all = new java.util.ArrayList<>(ids(one.get()));
        all.addAll(ids(two.get()));
        assertThat(all).containsExactlyInAnyOrder(FIRST, SECOND);
      } finally {
        Waiting.on(other.close());
      }
      assertThat(it.migrations().check(Map.of("app", PAGES))).isEmpty();
    }
  }

  private static Callable<List<Ran>> node(CountDownLatch start, Migrations migrations) {
    return () -> {
      start.await();
      return migrations.up();
    };
  }

  @ParameterizedTest
  @EnumSource
  void waitsForANodeThatMigratesAndSaysSoWhenItTakesTooLong(DatabaseKind kind) throws Exception {
    try (var it = new MigrationFixture(kind)) {
      it.make("notes", NOTES);
      var other = it.open();
      try (var threads = Executors.newSingleThreadExecutor()) {
        // What a node that migrates holds.
        Session held =
            new MigrationLock(other, SchemaSql.of(it.dialect()), Duration.ofSeconds(20)).begin();

        assertThatThrownBy(() -> it.migrations(it.driver(), Duration.ofMillis(1)).up())
            .isInstanceOf(MigrationException.Locked.class)
            .hasMessageContaining("Another node migrates this database")
            .hasMessageContaining(it.isPostgres() ? "ashlar from 127.0.0.1" : "the file");

        Future<List<Ran>> waiting = threads.submit(() -> it.migrations().up());
        Waiting.on(held.rollback());
        assertThat(ids(waiting.get())).containsExactly(FIRST);
      } finally {
        Waiting.on(other.close());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void runsStatementsThatHaveSemicolonsInside(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      var made = it.make("notes", NOTES);
      it.edit(
          made,
          it.dialect().name() + ".up.sql",
          sql ->
              sql
                  + (it.isPostgres()
                      ? """
                        CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $body$
                        BEGIN
                          NEW."text" := upper(NEW."text"); -- a 'quote
                          RETURN NEW;
                        END $body$;
                        CREATE TRIGGER shouts BEFORE INSERT ON "notes" FOR EACH ROW EXECUTE FUNCTION shout();
                        SELECT count(*) FROM "notes";
                        """
                      : """
                        CREATE TRIGGER "shouts" AFTER INSERT ON "notes" BEGIN
                          UPDATE "notes" SET "text" = CASE WHEN true THEN upper("text") ELSE ';' END; -- a 'quote
                          SELECT 1;
                        END;
                        SELECT count(*) FROM "notes";
                        """)
                  + "INSERT INTO \"notes\" (\"id\", \"text\") VALUES (%s, 'a;b')"
                      .formatted(it.key(1)));
      it.migrations().up();

      assertThat(it.texts("SELECT \"text\" FROM \"notes\"")).containsExactly("A;B");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesStatementsOfTransactions(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      var made = it.make("notes", NOTES);
      it.edit(made, it.dialect().name() + ".up.sql", sql -> sql + "COMMIT;\n");

      assertThatThrownBy(() -> it.migrations().up())
          .isInstanceOf(MigrationException.Malformed.class)
          .hasMessageContaining("\"COMMIT\"");
      assertThat(states(it.migrations())).containsExactly(State.PENDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsReferencesWholeToTheEnd(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate(
          "notes",
          image(
              table("notes", "Note").reference("page_id", "pages", false),
              table("pages", "Page").column("text", TEXT, true)));
      var made =
          it.make(
              "required",
              image(
                  table("notes", "Note").reference("page_id", "pages", false),
                  table("pages", "Page").column("text", TEXT, false)));
      it.approve(made);
      it.execute("INSERT INTO \"pages\" (\"id\", \"text\") VALUES (%s, 'a')".formatted(it.key(1)));
      it.execute(
          "INSERT INTO \"notes\" (\"id\", \"page_id\") VALUES (%s, %s)"
              .formatted(it.key(2), it.key(1)));
      it.edit(made, it.dialect().name() + ".up.sql", sql -> sql + "DELETE FROM \"pages\";\n");

      assertThatThrownBy(() -> it.migrations().up())
          .isInstanceOf(MigrationException.Failed.class)
          .hasMessageContaining("FOREIGN_KEY");
      assertThat(
              Waiting.on(
                  it.driver()
                      .rows(
                          new Statement(
                              "SELECT count(*) FROM \"pages\"", List.of(), List.of(ValueType.LONG)),
                          new Object[0])))
          .singleElement()
          .satisfies(row -> assertThat(row.int64(0)).isEqualTo(1));
      assertThat(Waiting.on(it.driver().begin(Mode.WRITE).compose(Session::rollback))).isNull();
    }
  }
}
