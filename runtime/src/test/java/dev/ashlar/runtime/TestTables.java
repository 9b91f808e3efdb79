package dev.ashlar.runtime;

import dev.ashlar.data.Database;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/// Makes the framework's tables, and those of a test's records without constraints.
public final class TestTables {
  private TestTables() {}

  public static void create(Database database, EntityModel<?>... entities) {
    String journal =
        resource(
            "/migrations/ashlar/0001_create_journal/%s.up.sql"
                .formatted(database.dialect().name()));
    for (String statement : journal.replaceAll("(?m)^--.*$", "").split(";", -1)) {
      if (!statement.isBlank()) {
        run(database, statement);
      }
    }
    for (EntityModel<?> entity : entities) {
      run(
          database,
          entity.columns().stream()
              .map(column -> column(database, column))
              .collect(Collectors.joining(", ", "CREATE TABLE " + entity.plural() + " (", ")")));
    }
  }

  private static String resource(String name) {
    try (var stream = Objects.requireNonNull(TestTables.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
