package dev.ashlar.data.postgres;

import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.value.ValueType.Kind;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// From the values of a statement to the client's parameters.
///
/// Kinds travel as `uuid`, `text`, `bool`, `int4`, `int8`, `float8`, `numeric` (decimals and
/// integers), `timestamptz`, `date`, `time`, `timestamp`, `int8` (durations, in microseconds) and
/// `bytea`; enums and JSON as `text`; a parameter of many as an array of these.
final class PgValues {
  private PgValues() {}

  /// The client changes the tuple while it encodes: every execution needs one of its own.
  static Tuple tuple(Statement statement, @Nullable Object[] values) {
    List<Parameter> parameters = statement.parameters();
    if (parameters.size() != values.length) {
      throw new IllegalArgumentException(
          "The statement takes %d values, but %d were given: %s"
              .formatted(parameters.size(), values.length, statement.text()));
    }
    var bound = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        Parameter parameter = parameters.get(i);
        Kind kind = parameter.type().kind();
        bound[i] = parameter.many() ? array(kind, (List<?>) value) : one(kind, value);
      }
    }
    return Tuple.wrap(bound);
  }

  private static Object one(Kind kind, Object value) {
    return switch (kind) {
      case UUID,
          STRING,
          BOOLEAN,
          INT,
          LONG,
          DOUBLE,
          DECIMAL,
          INTEGER,
          ENUM,
          DATE,
          TIME,
          DATE_TIME,
          JSON ->
          value;
      case INSTANT -> OffsetDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
      case DURATION -> micros((Duration) value);
      case BYTES -> Buffer.buffer((byte[]) value);
    };
  }

  private static Object[] array(Kind kind, List<?> values) {
    return switch (kind) {
      case UUID -> filled(kind, values, UUID[]::new);
      case STRING, ENUM, JSON -> filled(kind, values, String[]::new);
      case BOOLEAN -> filled(kind, values, Boolean[]::new);
      case INT -> filled(kind, values, Integer[]::new);
      case LONG, DURATION -> filled(kind, values, Long[]::new);
      case DOUBLE -> filled(kind, values, Double[]::new);
      case DECIMAL, INTEGER -> filled(kind, values, Number[]::new);
      case INSTANT -> filled(kind, values, OffsetDateTime[]::new);
      case DATE -> filled(kind, values, LocalDate[]::new);
      case TIME -> filled(kind, values, LocalTime[]::new);
      case DATE_TIME -> filled(kind, values, LocalDateTime[]::new);
      case BYTES -> filled(kind, values, Buffer[]::new);
    };
  }

  private static Object[] filled(Kind kind, List<?> values, IntFunction<Object[]> empty) {
    Object[] array = empty.apply(values.size());
    for (int i = 0; i < array.length; i++) {
      array[i] = one(kind, values.get(i));
    }
    return array;
  }

  private static long micros(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
  }
}
