package dev.ashlar.data.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.migration.SchemaSql.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The SQL as a reviewer sees it, whole. To write the files anew after a wanted change, run the
/// test with `-Dashlar.golden.write=true` and read the difference.
final class GoldenSqlTest {
  private static final SchemaDelta CREATE =
      SchemaDelta.between(SchemaImage.EMPTY, Samples.before());
  private static final SchemaDelta CHANGE = SchemaDelta.between(Samples.before(), Samples.after());

  @Test
  void postgresCreate() throws IOException {
    matches("create.postgresql.up.sql", new PostgresSchema().script(CREATE, Way.UP));
  }

  @Test
  void postgresCreateDown() throws IOException {
    matches("create.postgresql.down.sql", new PostgresSchema().script(CREATE.inverse(), Way.DOWN));
  }

  @Test
  void postgresChange() throws IOException {
    matches("change.postgresql.up.sql", new PostgresSchema().script(CHANGE, Way.UP));
  }

  @Test
  void postgresChangeDown() throws IOException {
    matches("change.postgresql.down.sql", new PostgresSchema().script(CHANGE.inverse(), Way.DOWN));
  }

  @Test
  void sqliteCreate() throws IOException {
    matches("create.sqlite.up.sql", new SqliteSchema().script(CREATE, Way.UP));
  }

  @Test
  void sqliteCreateDown() throws IOException {
    matches("create.sqlite.down.sql", new SqliteSchema().script(CREATE.inverse(), Way.DOWN));
  }

  @Test
  void sqliteChange() throws IOException {
    matches("change.sqlite.up.sql", new SqliteSchema().script(CHANGE, Way.UP));
  }

  @Test
  void sqliteChangeDown() throws IOException {
    matches("change.sqlite.down.sql", new SqliteSchema().script(CHANGE.inverse(), Way.DOWN));
  }

  @Test
  void image() throws IOException {
    matches("schema.json", Samples.before().json());
  }

  private static void matches(String name, String actual) throws IOException {
    if (Boolean.getBoolean("ashlar.golden.write")) {
      Files.writeString(Path.of("src/test/resources/migration-golden", name), actual);
      return;
    }
    String resource = "/migration-golden/" + name;
    try (var stream = GoldenSqlTest.class.getResourceAsStream(resource)) {
      var golden = Objects.requireNonNull(stream, resource + " is missing").readAllBytes();
      assertThat(actual).isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }
  }
}
