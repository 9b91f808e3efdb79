package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.TableBuilder.image;
import static dev.ashlar.data.migration.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.sqlite.SqliteDialect;
import dev.ashlar.model.value.ValueType.Kind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Migrations as files: written, read, and put in order.
final class MigrationFilesTest {
  private static final SchemaImage NOTES =
      image(table("notes", "Note").column("text", Kind.STRING, false));
  private static final SchemaImage BODIES =
      image(table("notes", "Note").column("body", Kind.STRING, false));

  @TempDir private Path folder;

  private Path app() {
    return folder.resolve("migrations/app");
  }

  private MigrationWriter writer() {
    return new MigrationWriter("app", app(), List.of());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aMigrationIsAFolderThatIsReadAsItWasWritten() throws IOException {
    var made = writer().make("  Täglich: neue\nNotizen!  ", NOTES, Set.of()).orElseThrow();

    assertThat(files(app()))
        .containsExactly(
            "0001_taglich_neue_notizen/migration.txt",
            "0001_taglich_neue_notizen/postgresql.down.sql",
            "0001_taglich_neue_notizen/postgresql.up.sql",
            "0001_taglich_neue_notizen/sqlite.down.sql",
            "0001_taglich_neue_notizen/sqlite.up.sql",
            "index.txt",
            "schema.json");
    assertThat(app().resolve("index.txt")).content().isEqualTo("0001_taglich_neue_notizen\n");
    assertThat(made.folder().resolve("migration.txt"))
        .content()
        .isEqualTo("message: Täglich: neue Notizen!\nimage: " + NOTES.checksum() + "\n");
    var history = History.read("app", app());
    assertThat(history.migrations()).containsExactly(made.migration());
    assertThat(history.image()).contains(NOTES);
  }

  @Test
  void theClassPathIsReadTheSameWay() throws IOException {
    writer().make("notes", NOTES, Set.of());
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      assertThat(History.load("app", loader)).isEqualTo(History.read("app", app()));
      assertThatThrownBy(() -> History.load("other", loader))
          .isInstanceOf(MigrationException.Malformed.class)
          .hasMessageContaining("The class path has no migrations/other/index.txt");
    }
  }

  @Test
  void nothingIsWrittenWhenNothingDiffers() throws IOException {
    writer().make("notes", NOTES, Set.of());
    List<String> before = files(app());

    assertThat(writer().make("again", NOTES, Set.of())).isEmpty();
    assertThat(writer().delta(NOTES).isEmpty()).isTrue();
    assertThat(files(app())).isEqualTo(before);
  }

  @Test
  void dropsThatMayBeRenamesAreNotWritten() throws IOException {
    writer().make("notes", NOTES, Set.of());

    assertThatThrownBy(() -> writer().make("bodies", BODIES, Set.of()))
        .isInstanceOf(MigrationException.Ambiguous.class)
        .hasMessageContaining("write @Was(\"text\") on the component body");
    assertThat(History.read("app", app()).migrations()).hasSize(1);

    var made = writer().make("bodies", BODIES, Set.of("notes.text")).orElseThrow();
    assertThat(made.folder().resolve("migration.txt"))
        .content()
        .endsWith(
            """

            # Steps that wait for approval. To approve one, take the # from its line.
            # approved: drop-column notes.text
            # approved: add-required notes.body
            """);
  }

  @Test
  void approvalsAreReadFromTheFile() throws IOException {
    writer().make("notes", NOTES, Set.of());
    var made = writer().make("bodies", BODIES, Set.of("notes.text")).orElseThrow();
    var dialect = new SqliteDialect();
    assertThat(made.migration().unapproved(dialect))
        .extracting(Migration.Step::words)
        .containsExactlyElementsOf(made.risks().stream().map(Risk::step).toList());
    Path header = made.folder().resolve("migration.txt");
    Files.writeString(
        header, Files.readString(header).replace("# approved: drop", "approved: drop"));

    assertThat(History.read("app", app()).newest().orElseThrow().unapproved(dialect))
        .extracting(Migration.Step::words)
        .containsExactly("add-required notes.body");
  }

  @Test
  void referencesToOtherModulesBecomeDependencies() {
    var other = new MigrationWriter("other", folder.resolve("other"), List.of());
    other.make("pages", image(table("pages", "Page")), Set.of());
    var history = History.read("other", folder.resolve("other"));
    var image = image(table("notes", "Note").reference("page_id", "pages", true));

    var made = new MigrationWriter("app", app(), List.of(history)).make("notes", image, Set.of());

    assertThat(made.orElseThrow().migration().dependsOn())
        .containsExactly(new MigrationId("other", "0001_pages"));
    assertThat(History.read("app", app()).migrations())
        .containsExactly(made.orElseThrow().migration());
    assertThatThrownBy(
            () ->
                writer()
                    .make(
                        "more",
                        image(table("x", "X").reference("y_id", "ys", true)),
                        Set.of("notes")))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("A reference leads to the table \"ys\"");
  }

  @Test
  void saysWhichFileIsWrong() throws IOException {
    var made = writer().make("notes", NOTES, Set.of()).orElseThrow();
    Path header = made.folder().resolve("migration.txt");
    Files.writeString(header, "message: a\nmesage: b\n");
    assertThatThrownBy(() -> History.read("app", app()))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("0001_notes/migration.txt has the line \"mesage: b\"");
    Files.writeString(header, "message: a\ndepends-on: other\n");
    assertThatThrownBy(() -> History.read("app", app()))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("\"other\" names no migration");
    Files.delete(header);
    assertThatThrownBy(() -> History.read("app", app()))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("index.txt names the migration 0001_notes, but there is no");
  }

  @Test
  void aMistypedMarkIsRefused() throws IOException {
    var made = writer().make("notes", NOTES, Set.of()).orElseThrow();
    Path down = made.folder().resolve("sqlite.down.sql");
    Files.writeString(down, Files.readString(down).replace("loses-data ", "loses-data: "));

    assertThatThrownBy(() -> History.read("app", app()))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("sqlite.down.sql has the mark \"-- ashlar:loses-data: drop-table")
        .hasMessageContaining("the one it can have is \"-- ashlar:loses-data <step>: <why>\"");
  }

  // ---- order ----

  private static Migration migration(String id, String... dependsOn) {
    return new Migration(
        MigrationId.parse(id),
        "",
        Stream.of(dependsOn).map(MigrationId::parse).toList(),
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  private static History history(String module, Migration... migrations) {
    return new History(module, List.of(migrations), Optional.empty());
  }

  @Test
  void eachComesAfterWhatItStandsOn() {
    var order =
        new MigrationOrder(
            List.of(
                history("a", migration("a/1", "b/2"), migration("a/2")),
                history("b", migration("b/1"), migration("b/2"), migration("b/3"))));

    assertThat(order.all())
        .extracting(it -> it.id().toString())
        .containsExactly("b/1", "b/2", "a/1", "a/2", "b/3");
    assertThat(order.upTo(MigrationId.parse("a/1")))
        .extracting(it -> it.id().toString())
        .containsExactly("b/1", "b/2", "a/1");
    assertThat(order.needs(MigrationId.parse("a/2"), MigrationId.parse("b/1"))).isTrue();
    assertThat(order.needs(MigrationId.parse("b/3"), MigrationId.parse("a/1"))).isFalse();
  }

  @Test
  void circlesAndGapsAreRefused() {
    assertThatThrownBy(
            () ->
                new MigrationOrder(
                    List.of(
                        history("a", migration("a/1", "b/1")),
                        history("b", migration("b/1", "a/1")))))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("a/1 → b/1 → a/1");
    assertThatThrownBy(() -> new MigrationOrder(List.of(history("a", migration("a/1", "b/1")))))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("a/1 depends on b/1, which is not there")
        .hasMessageContaining("Add the module b");
    assertThatThrownBy(() -> new MigrationOrder(List.of(history("a"), history("a"))))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("The module a is given twice");
  }
}
