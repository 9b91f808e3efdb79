package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DriverContract;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.DatabaseKind;

final class SqliteDriverTest extends DriverContract {
  @Override
  protected DatabaseKind kind() {
    return DatabaseKind.SQLITE;
  }

  @Override
  protected Dialect dialect() {
    return new SqliteDialect();
  }

  @Override
  protected String column(ValueType type) {
    return switch (type.kind()) {
      case UUID, BYTES -> "BLOB";
      case STRING, ENUM, JSON -> "TEXT";
      case BOOLEAN, INT, LONG, INSTANT, DATE, TIME, DATE_TIME, DURATION -> "INTEGER";
      case DOUBLE -> "REAL";
      case DECIMAL, INTEGER -> "TEXT COLLATE ASHLAR_DECIMAL";
    };
  }

  @Override
  protected String endless() {
    return "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT count(*) FROM numbers";
  }
}
