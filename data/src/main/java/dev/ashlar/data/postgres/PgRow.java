package dev.ashlar.data.postgres;

import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/// A row of the client, each value converted when it is asked for.
record PgRow(io.vertx.sqlclient.Row row, List<ValueType> types) implements Row {
  static Collector<io.vertx.sqlclient.Row, ?, List<Row>> collector(List<ValueType> types) {
    return Collector.<io.vertx.sqlclient.Row, ArrayList<Row>, List<Row>>of(
        ArrayList::new,
        (rows, row) -> rows.add(new PgRow(row, types)),
        (rows, more) -> {
          rows.addAll(more);
          return rows;
        },
        rows -> rows);
  }

  @Override
  public @Nullable Object value(int position) {
    Object value = row.getValue(position);
    if (value == null) {
      return null;
    }
    return switch (types.get(position).kind()) {
      case UUID, STRING, BOOLEAN, ENUM, DATE, TIME, DATE_TIME, JSON -> value;
      case INT -> value instanceof Integer ? value : (Object) ((Number) value).intValue();
      case LONG -> value instanceof Long ? value : (Object) ((Number) value).longValue();
      case DOUBLE -> value instanceof Double ? value : (Object) ((Number) value).doubleValue();
      case DECIMAL -> decimal(value);
      case INTEGER -> integer(value);
      case INSTANT -> ((OffsetDateTime) value).toInstant();
      case DURATION -> Duration.of(((Number) value).longValue(), ChronoUnit.MICROS);
      case BYTES -> ((Buffer) value).getBytes();
    };
  }

  private static BigDecimal decimal(Object value) {
    return value instanceof Numeric numeric
        ? numeric.bigDecimalValue()
        : new BigDecimal(value.toString());
  }

  private static BigInteger integer(Object value) {
    return decimal(value).toBigIntegerExact();
  }

  @Override
  public UUID uuid(int position) {
    return row.getValue(position) instanceof UUID id ? id : required(position, UUID.class);
  }

  @Override
  public String string(int position) {
    return row.getValue(position) instanceof String text ? text : required(position, String.class);
  }

  @Override
  public boolean isNull(int position) {
    return row.getValue(position) == null;
  }
}
