package dev.ashlar.data.driver;

import dev.ashlar.data.postgres.PostgresDialect;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sqlite.SqliteDialect;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.DatabaseKind;

/// What differs in SQL between the databases under test.
enum Engine {
  POSTGRESQL("SELECT count(*) FROM generate_series(1, 1000000000000) AS numbers") {
    @Override
    String column(ValueType type) {
      return switch (type.kind()) {
        case UUID -> "uuid";
        case STRING, ENUM -> "text";
        case BOOLEAN -> "boolean";
        case INT -> "int4";
        case LONG, DURATION -> "int8";
        case DOUBLE -> "float8";
        case DECIMAL, INTEGER -> "numeric";
        case INSTANT -> "timestamptz";
        case DATE -> "date";
        case TIME -> "time";
        case DATE_TIME -> "timestamp";
        case BYTES -> "bytea";
        case JSON -> "jsonb";
      };
    }
  },
  SQLITE(
      "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT count(*) FROM numbers") {
    @Override
    String column(ValueType type) {
      return switch (type.kind()) {
        case UUID, BYTES -> "BLOB";
        case STRING, ENUM, JSON -> "TEXT";
        case BOOLEAN, INT, LONG, INSTANT, DATE, TIME, DATE_TIME, DURATION -> "INTEGER";
        case DOUBLE -> "REAL";
        case DECIMAL, INTEGER -> "TEXT COLLATE ASHLAR_DECIMAL";
      };
    }
  };

  private final String endless;

  Engine(String endless) {
    this.endless = endless;
  }

  static Engine of(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL -> POSTGRESQL;
      case SQLITE -> SQLITE;
    };
  }

  Dialect dialect() {
    return switch (this) {
      case POSTGRESQL -> new PostgresDialect();
      case SQLITE -> new SqliteDialect();
    };
  }

  /// A statement that runs far longer than any test, and gives one column.
  String endless() {
    return endless;
  }

  /// The column type of a kind.
  abstract String column(ValueType type);
}
