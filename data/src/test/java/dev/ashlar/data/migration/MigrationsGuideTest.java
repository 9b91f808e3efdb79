package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.TableBuilder.image;
import static dev.ashlar.data.migration.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.migration.Migrations.Settings;
import dev.ashlar.model.value.ValueType.Kind;
import dev.ashlar.testing.database.DatabaseKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The code that docs/migrations.md shows: it stands here, word for word, and runs.
final class MigrationsGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "migrations.md");
  private static final Path THIS =
      Path.of("src/test/java/dev/ashlar/data/migration/MigrationsGuideTest.java");

  @Test
  void isWhatTheGuideShows() throws IOException {
    String guide = Files.readString(GUIDE);
    int start =
        guide.indexOf("```java\n", guide.indexOf("\n## From code\n")) + "```java\n".length();
    String shown = guide.substring(start, guide.indexOf("```", start)).indent(6);

    assertThat(shown).contains("writer.make(", "migrations.up()", "migrations.check(");
    assertThat(Files.readString(THIS)).contains(shown.replaceAll("(?m)^ +$", ""));
  }

  @ParameterizedTest
  @EnumSource
  void guide(DatabaseKind kind) {
    try (var it = new MigrationFixture(kind)) {
      Path folder = it.folder();
      var driver = it.driver();
      var dialect = it.dialect();
      var image = image(table("tasks", "Task").column("title", Kind.STRING, false));

      // At your desk: what do the records ask for, and how does one get there?
      var writer = new MigrationWriter("app", folder, List.of());
      var made = writer.make("create tasks", image, Set.of());

      // On each node, at its start: run what did not run yet.
      var migrations =
          new Migrations(
              driver, dialect, List.of(History.read("app", folder)), Settings.of("tasks 1.4"));
      var ran = migrations.up();

      // In the build, and whenever you doubt: is everything as it should be?
      var findings = migrations.check(Map.of("app", image));

      assertThat(made).isPresent();
      assertThat(ran).hasSize(1);
      assertThat(findings).isEmpty();
    }
  }
}
