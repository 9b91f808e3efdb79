package dev.ashlar.runtime;

import dev.ashlar.data.Database;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.Migrations;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the framework's tables, and those of a test's records without constraints.
public final class TestTables {
  private TestTables() {}

  public static void create(Database database, EntityModel<?>... entities) {
    new Migrations(
            database.driver(),
            database.dialect(),
            List.of(History.load("ashlar", TestTables.class.getClassLoader())),
            Migrations.Settings.of("test"))
        .up();
    for (EntityModel<?> entity : entities) {
      run(
          database,
          entity.columns().stream()
              .map(column -> column(database, column))
              .collect(Collectors.joining(", ", "CREATE TABLE " + entity.plural() + " (", ")")));
    }
  }

  private static void run(Database database, String sql) {
    database
        .driver()
        .change(Statement.of(sql), new Object[0])
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static String column(Database database, Column<?, ?> column) {
    boolean sqlite = database.dialect().name().equals("sqlite");
    String type =
        switch (column.type().kind()) {
          case UUID -> sqlite ? "BLOB" : "uuid";
          case STRING -> "text";
          case INT -> "integer";
          case INSTANT -> sqlite ? "INTEGER" : "timestamptz";
          default -> throw new IllegalArgumentException(column + " has a type of no test.");
        };
    return database.dialect().quote(column.sql())
        + " "
        + type
        + (column.role() == Role.ID ? " PRIMARY KEY" : "");
  }
}
