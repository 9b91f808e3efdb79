package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.TableBuilder.image;
import static dev.ashlar.data.migration.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.ValueType.Kind;
import dev.ashlar.testing.database.DatabaseKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rows survive every kind of change, there and back.
final class DataKeptTest {
  private static final String[] DROPPED = {
    "tasks.huge", "tasks.due", "tasks.at", "tasks.met", "tasks.took", "tasks.image"
  };

  private static final String INSERT_TODO =
      """
      INSERT INTO "todos" ("id", "headline", "body", "status", "priority", "done", "views",
        "estimate", "created_at", "tags", "project_id", "parent_id")
      VALUES (%s, '%s', 'some words', 'OPEN', 3, %s, 7, '1.50', %s, '["a"]', %s, %s)""";

  /// Rows that refer to each other in a circle, and to themselves.
  private static void fill(MigrationFixture it) {
    String time = it.isPostgres() ? "'2026-01-02T03:04:05.678901Z'" : "1767323045678901";
    it.execute(
        "INSERT INTO \"projects\" (\"id\", \"name\") VALUES (%s, 'house')".formatted(it.key(1)));
    it.execute(INSERT_TODO.formatted(it.key(2), "paint it", it.yes(), time, it.key(1), it.key(2)));
    it.execute(INSERT_TODO.formatted(it.key(3), "clean it", it.yes(), time, it.key(1), it.key(2)));
    it.execute("UPDATE \"projects\" SET \"newest_id\" = %s".formatted(it.key(3)));
  }

  @ParameterizedTest
  @EnumSource
  void throughEveryKindOfChange(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("tables", Samples.before());
      fill(it);

      it.migrate("change", Samples.after(), DROPPED);

      assertThat(it.migrations().drift()).isEmpty();
      assertThat(it.texts("SELECT \"title\" FROM \"tasks\" ORDER BY 1"))
          .containsExactly("clean it", "paint it");
      assertThat(it.values("SELECT \"views\" FROM \"tasks\" LIMIT 1", ValueType.DECIMAL))
          .containsExactly(Optional.of(new BigDecimal("7")));
      assertThat(it.values("SELECT \"priority\" FROM \"tasks\" LIMIT 1", ValueType.LONG))
          .containsExactly(Optional.of(3L));
      assertThat(it.values("SELECT \"version\" + \"points\" FROM \"tasks\"", ValueType.INT))
          .containsExactly(Optional.of(1), Optional.of(1));
      assertThat(
              it.texts(
                  "SELECT t.\"title\" FROM \"projects\" p JOIN \"tasks\" t ON t.\"id\" = p.\"newest_id\""))
          .containsExactly("clean it");
      assertThat(found(it, "tasks", "paint")).containsExactly("paint it");
      assertThat(found(it, "tasks", "words")).isEmpty();
      it.execute(
          "INSERT INTO \"labels\" (\"id\", \"name\") VALUES (%s, 'new')".formatted(it.key(9)));

      it.migrations().down(1, true);

      assertThat(new Drift(it.driver(), SchemaSql.of(it.dialect())).from(Samples.before()))
          .isEmpty();
      assertThat(it.texts("SELECT \"headline\" FROM \"todos\" ORDER BY 1"))
          .containsExactly("clean it", "paint it");
      assertThat(it.values("SELECT \"views\" FROM \"todos\" LIMIT 1", ValueType.LONG))
          .containsExactly(Optional.of(7L));
      assertThat(it.values("SELECT \"created_at\" FROM \"todos\" LIMIT 1", ValueType.INSTANT))
          .containsExactly(Optional.of(java.time.Instant.parse("2026-01-02T03:04:05.678901Z")));
    }
  }

  /// The titles that full text finds.
  private static List<Object> found(MigrationFixture it, String table, String word) {
    String condition =
        it.isPostgres()
            ? "\"search\" @@ to_tsquery('simple', '" + word + "')"
            : "rowid IN (SELECT rowid FROM \"%s_search\" WHERE \"%s_search\" MATCH '%s')"
                .formatted(table, table, word);
    return it.texts("SELECT \"title\" FROM \"%s\" WHERE %s".formatted(table, condition));
  }

  @ParameterizedTest
  @EnumSource
  void fullTextFollowsTheRows(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("pages", image(table("pages", "Page").column("title", Kind.STRING, false)));
      String insert = "INSERT INTO \"pages\" (\"id\", \"title\") VALUES (%s, '%s')";
      it.execute(insert.formatted(it.key(1), "red house"));
      it.execute(insert.formatted(it.key(2), "green house"));
      it.migrate(
          "search",
          image(table("pages", "Page").column("title", Kind.STRING, false).search("title")));
      it.execute(insert.formatted(it.key(3), "blue house"));
      it.execute("UPDATE \"pages\" SET \"title\" = 'green tree' WHERE \"id\" = " + it.key(2));
      it.execute("DELETE FROM \"pages\" WHERE \"id\" = " + it.key(1));
      if (!it.isPostgres()) {
        it.execute("VACUUM");
      }

      assertThat(found(it, "pages", "house")).containsExactly("blue house");
      assertThat(found(it, "pages", "tree")).containsExactly("green tree");

      it.migrations().down(1, true);
      assertThat(it.texts("SELECT \"title\" FROM \"pages\" ORDER BY 1"))
          .containsExactly("blue house", "green tree");
    }
  }

  private static SchemaImage numbers(Kind kind) {
    return image(table("numbers", "Number").column("n", kind, false));
  }

  @ParameterizedTest
  @EnumSource
  void refusesValuesThatDoNotFitANarrowerType(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("decimal", numbers(Kind.DECIMAL));
      it.execute(
          "INSERT INTO \"numbers\" (\"id\", \"n\") VALUES (%s, '12.5')".formatted(it.key(1)));
      it.approve(it.make("whole", numbers(Kind.LONG)));

      assertThatThrownBy(() -> it.migrations().up())
          .isInstanceOf(MigrationException.Failed.class)
          .hasMessageContaining(it.isPostgres() ? "12.5 has a fraction" : "malformed JSON");

      it.execute("UPDATE \"numbers\" SET \"n\" = '3000000000'");
      it.migrations().up();
      it.approve(it.make("narrow", numbers(Kind.INT)));
      assertThatThrownBy(() -> it.migrations().up()).isInstanceOf(MigrationException.Failed.class);

      it.execute("UPDATE \"numbers\" SET \"n\" = 42");
      it.migrations().up();
      assertThat(it.values("SELECT \"n\" FROM \"numbers\"", ValueType.INT))
          .containsExactly(Optional.of(42));
      it.migrate("text", numbers(Kind.STRING));
      assertThat(it.texts("SELECT \"n\" FROM \"numbers\"")).containsExactly("42");
      it.execute("UPDATE \"numbers\" SET \"n\" = 'many'");
      assertThatThrownBy(() -> it.migrations().down(1, true))
          .isInstanceOf(MigrationException.Failed.class);
      it.execute("UPDATE \"numbers\" SET \"n\" = '-7'");
      it.migrations().down(3, true);
      assertThat(it.values("SELECT \"n\" FROM \"numbers\"", ValueType.DECIMAL))
          .containsExactly(Optional.of(new BigDecimal("-7")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesRowsThatBreakANewRule(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("notes", image(table("notes", "Note").column("text", Kind.STRING, true)));
      String insert = "INSERT INTO \"notes\" (\"id\", \"text\") VALUES (%s, %s)";
      it.execute(insert.formatted(it.key(1), "'twice'"));
      it.execute(insert.formatted(it.key(2), "'twice'"));
      it.execute(insert.formatted(it.key(3), "NULL"));
      var stricter =
          List.of(
              image(table("notes", "Note").column("text", Kind.STRING, false)),
              image(table("notes", "Note").column("text", Kind.STRING, true).unique("text")),
              image(table("notes", "Note").column("text", Kind.STRING, true, new Rule.Size(0, 4))));

      for (SchemaImage image : stricter) {
        var delta = SchemaDelta.between(it.history().image().orElseThrow(), image);
        assertThat(delta.risks()).hasSize(1);
        String script = SchemaSql.of(it.dialect()).script(delta, SchemaSql.Way.UP);
        assertThatThrownBy(() -> run(it, script)).isInstanceOf(MigrationException.Failed.class);
      }
      assertThat(it.texts("SELECT \"text\" FROM \"notes\" ORDER BY 1 NULLS LAST"))
          .containsExactly("twice", "twice", "null");
    }
  }

  private static void run(MigrationFixture it, String script) {
    var session = Waiting.on(it.driver().begin(dev.ashlar.data.driver.Driver.Mode.WRITE));
    try {
      new ScriptRun(session, new MigrationId("app", "tried"), "up.sql").run(script);
    } finally {
      Waiting.on(session.rollback());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTableThatIsDroppedTakesItsReferencesAlong(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      it.migrate("tables", Samples.before());
      fill(it);

      it.migrate("nothing", SchemaImage.EMPTY);

      assertThat(it.migrations().drift()).isEmpty();
      it.migrations().down(1, true);
      assertThat(new Drift(it.driver(), SchemaSql.of(it.dialect())).from(Samples.before()))
          .isEmpty();
    }
  }
}
