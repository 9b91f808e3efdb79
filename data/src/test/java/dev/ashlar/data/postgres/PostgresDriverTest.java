package dev.ashlar.data.postgres;

import dev.ashlar.data.driver.DriverContract;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.DatabaseKind;

final class PostgresDriverTest extends DriverContract {
  @Override
  protected DatabaseKind kind() {
    return DatabaseKind.POSTGRESQL;
  }

  @Override
  protected Dialect dialect() {
    return new PostgresDialect();
  }

  @Override
  protected String column(ValueType type) {
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

  @Override
  protected String endless() {
    return "SELECT count(*) FROM generate_series(1, 1000000000000) AS numbers";
  }
}
