package dev.ashlar.runtime.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.Migrations;
import dev.ashlar.data.migration.Migrations.Settings;
import dev.ashlar.data.postgres.PostgresDialect;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sqlite.SqliteDialect;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The hand-written migration makes the tables that the pipeline writes into.
final class JournalMigrationTest {
  @ParameterizedTest
  @EnumSource
  void makesTheTablesThatThePipelineKnows(DatabaseKind kind) {
    Vertx vertx = Vertx.vertx();
    try (var database = TestDatabase.create(kind)) {
      Driver driver = Drivers.open(vertx, DatabaseConfig.of(database.url()));
      Dialect dialect =
          switch (kind) {
            case POSTGRESQL -> new PostgresDialect();
            case SQLITE -> new SqliteDialect();
          };
      var history = History.load("ashlar", JournalMigrationTest.class.getClassLoader());
      var migrations = new Migrations(driver, dialect, List.of(history), Settings.of("test 1.0"));

      assertThat(migrations.up()).hasSameSizeAs(history.migrations());
      assertThat(migrations.check(Map.of())).isEmpty();
      for (EntityModel<?> table :
          List.of(JournalTables.AUDIT, JournalTables.OUTBOX, JournalTables.IDEMPOTENCY)) {
        assertThatCode(() -> read(driver, dialect, table)).doesNotThrowAnyException();
      }

      assertThat(indexes(driver, kind)).contains("ashlar_audit_entity_index");

      int all = history.migrations().size();
      assertThat(migrations.down(all, true)).hasSize(all);
      assertThat(migrations.up()).hasSize(all);
      driver.close().await();
    } finally {
      vertx.close().await();
    }
  }

  private static List<String> indexes(Driver driver, DatabaseKind kind) {
    String sql =
        switch (kind) {
          case POSTGRESQL ->
              "SELECT indexname::text FROM pg_indexes WHERE tablename = 'ashlar_audit'";
          case SQLITE -> "SELECT name FROM sqlite_schema WHERE type = 'index'";
        };
    var statement = new Statement(sql, List.of(), List.of(ValueType.STRING));
    return driver.rows(statement, new Object[0]).await().stream()
        .map(row -> row.string(0))
        .toList();
  }

  private static void read(Driver driver, Dialect dialect, EntityModel<?> table) {
    var names =
        table.columns().stream()
            .map(column -> dialect.result(dialect.quote(column.sql()), column.type()))
            .toList();
    var types = table.columns().stream().map(column -> column.type()).toList();
    var statement =
        new Statement(
            "SELECT %s FROM %s".formatted(String.join(", ", names), dialect.quote(table.plural())),
            List.of(),
            List.copyOf(types));
    driver.rows(statement, new Object[0]).await();
  }
}
