package dev.ashlar.testing.access;

import dev.ashlar.data.Database;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import java.util.stream.Collectors;

/// Makes the tables of the test's model, without constraints: only what is found in them matters
/// here.
final class Tables {
  private Tables() {}

  static void create(Database database) {
    boolean sqlite = database.dialect().name().equals("sqlite");
    World.MODEL
        .entities()
        .forEach(
            entity -> {
              String columns =
                  entity.columns().stream()
                      .map(
                          column ->
                              database.dialect().quote(column.sql())
                                  + " "
                                  + (sqlite ? sqlite(column) : postgres(column))
                                  + (column.role() == Role.ID ? " PRIMARY KEY" : ""))
                      .collect(Collectors.joining(", "));
              database
                  .driver()
                  .change(
                      Statement.of(
                          "CREATE TABLE %s (%s)"
                              .formatted(database.dialect().quote(entity.plural()), columns)),
                      new Object[0])
                  .toCompletionStage()
                  .toCompletableFuture()
                  .join();
            });
  }

  private static String sqlite(Column<?, ?> column) {
    return switch (column.type().kind()) {
      case UUID, BYTES -> "BLOB";
      case STRING, ENUM, JSON -> "TEXT";
      case DECIMAL, INTEGER -> "TEXT COLLATE ASHLAR_DECIMAL";
      case DOUBLE -> "REAL";
      case BOOLEAN, INT, LONG, INSTANT, DATE, TIME, DATE_TIME, DURATION -> "INTEGER";
    };
  }

  private static String postgres(Column<?, ?> column) {
    return switch (column.type().kind()) {
      case UUID -> "uuid";
      case STRING, ENUM -> "text COLLATE \"C\"";
      case JSON -> "jsonb";
      case DECIMAL, INTEGER -> "numeric";
      case DOUBLE -> "float8";
      case BOOLEAN -> "boolean";
      case INT -> "int4";
      case LONG, DURATION -> "int8";
      case INSTANT -> "timestamptz";
      case DATE -> "date";
      case TIME -> "time";
      case DATE_TIME -> "timestamp";
      case BYTES -> "bytea";
    };
  }
}
