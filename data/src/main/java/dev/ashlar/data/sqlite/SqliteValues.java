package dev.ashlar.data.sqlite;

import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.value.ValueType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The forms in which SQLite stores values.
///
/// | kind | stored as |
/// |---|---|
/// | UUID | BLOB of 16 bytes, the most significant first |
/// | STRING, ENUM, JSON | TEXT |
/// | BOOLEAN | INTEGER 0 or 1 |
/// | INT, LONG | INTEGER |
/// | DOUBLE | REAL |
/// | DECIMAL, INTEGER | TEXT, the column with `COLLATE ASHLAR_DECIMAL` |
/// | INSTANT | INTEGER, microseconds since 1970-01-01T00:00Z |
/// | DATE_TIME | INTEGER, microseconds since 1970-01-01T00:00 |
/// | DATE | INTEGER, days since 1970-01-01 |
/// | TIME | INTEGER, microseconds since midnight |
/// | DURATION | INTEGER, microseconds |
/// | BYTES | BLOB |
///
/// A parameter of many is the text of a JSON array: of the stored forms, blobs as lower-case
/// hexadecimal strings for `unhex`.
final class SqliteValues {
  private static final long MICROS = 1_000_000L;
  private static final HexFormat HEX = HexFormat.of();

  private SqliteValues() {}

  static void bind(PreparedStatement target, Statement statement, @Nullable Object[] values)
      throws SQLException {
    List<Parameter> parameters = statement.parameters();
    if (parameters.size() != values.length) {
      throw new IllegalArgumentException(
          "The statement takes %d values, but %d were given: %s"
              .formatted(parameters.size(), values.length, statement.text()));
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      Parameter parameter = parameters.get(i);
      if (value == null) {
        target.setNull(i + 1, Types.NULL);
      } else if (parameter.many()) {
        target.setString(i + 1, array(parameter.type().kind(), (List<?>) value));
      } else {
        bind(target, i + 1, stored(parameter.type().kind(), value));
      }
    }
  }

  private static void bind(PreparedStatement target, int place, Object stored) throws SQLException {
    switch (stored) {
      case Long number -> target.setLong(place, number);
      case Double number -> target.setDouble(place, number);
      case byte[] bytes -> target.setBytes(place, bytes);
      default -> target.setString(place, (String) stored);
    }
  }

  /// The stored form: a `Long`, `Double`, `String` or `byte[]`.
  static Object stored(Kind kind, Object value) {
    return switch (kind) {
      case UUID -> bytes((UUID) value);
      case STRING, ENUM, JSON -> (String) value;
      case BOOLEAN -> (Boolean) value ? 1L : 0L;
      case INT, LONG -> ((Number) value).longValue();
      case DOUBLE -> (Double) value;
      case DECIMAL -> ((BigDecimal) value).toString();
      case INTEGER -> ((BigInteger) value).toString();
      case INSTANT -> micros((Instant) value);
      case DATE_TIME -> micros(((LocalDateTime) value).toInstant(ZoneOffset.UTC));
      case DATE -> ((LocalDate) value).toEpochDay();
      case TIME -> ((LocalTime) value).toNanoOfDay() / 1_000;
      case DURATION -> micros((Duration) value);
      case BYTES -> (byte[]) value;
    };
  }

  /// The value at a column, from 1; null for NULL.
  static @Nullable Object read(ResultSet result, int column, Kind kind) throws SQLException {
    return switch (kind) {
      case UUID -> {
        byte[] bytes = result.getBytes(column);
        yield bytes == null ? null : uuid(bytes);
      }
      case STRING, ENUM, JSON -> result.getString(column);
      case BYTES -> blob(result, column);
      case DECIMAL -> {
        String text = result.getString(column);
        yield text == null ? null : new BigDecimal(text);
      }
      case INTEGER -> {
        String text = result.getString(column);
        yield text == null ? null : new BigDecimal(text).toBigIntegerExact();
      }
      case DOUBLE -> {
        double number = result.getDouble(column);
        yield number == 0 && result.wasNull() ? null : (Object) number;
      }
      case BOOLEAN, INT, LONG, INSTANT, DATE, TIME, DATE_TIME, DURATION -> {
        long number = result.getLong(column);
        yield number == 0 && result.wasNull() ? null : ofLong(kind, number);
      }
    };
  }

  private static Object ofLong(Kind kind, long number) {
    return switch (kind) {
      case BOOLEAN -> number != 0;
      case INT -> Math.toIntExact(number);
      case INSTANT -> instant(number);
      case DATE -> LocalDate.ofEpochDay(number);
      case TIME -> LocalTime.ofNanoOfDay(number * 1_000);
      case DATE_TIME -> LocalDateTime.ofInstant(instant(number), ZoneOffset.UTC);
      case DURATION ->
          Duration.ofSeconds(Math.floorDiv(number, MICROS), Math.floorMod(number, MICROS) * 1_000);
      case LONG, UUID, STRING, DOUBLE, DECIMAL, INTEGER, ENUM, BYTES, JSON -> number;
    };
  }

  /// SQLite gives no pointer for a blob without bytes, which the driver takes for NULL.
  private static byte @Nullable [] blob(ResultSet result, int column) throws SQLException {
    byte[] bytes = result.getBytes(column);
    return bytes == null && !result.wasNull() ? new byte[0] : bytes;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
  }

  private static long micros(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), MICROS), duration.getNano() / 1_000);
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
  }

  private static String array(Kind kind, List<?> values) {
    var json = new StringBuilder("[");
    for (Object value : values) {
      if (json.length() > 1) {
        json.append(',');
      }
      switch (stored(kind, value)) {
        case byte[] bytes -> json.append('"').append(HEX.formatHex(bytes)).append('"');
        case String text -> quote(json, text);
        case Object number -> json.append(number);
      }
    }
    return json.append(']').toString();
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00").append(HEX.toHexDigits((byte) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
