package dev.ashlar.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The type of a column or parameter: its kind, and what the kind alone does not tell.
///
/// @param kind how the value is stored, ordered and written
/// @param javaType the type of the record's component; of a reference, `UUID`
/// @param names an enum's constants in their order; empty for other kinds
/// @param json reads and writes a JSON column's component; empty for other kinds
public record ValueType(
    Kind kind, Class<?> javaType, List<String> names, Optional<JsonCodec<?>> json) {

  /// How values are stored, ordered and written. In a [Row] each kind has one Java type, named
  /// here.
  public enum Kind {
    /// `java.util.UUID`, ordered as unsigned bytes.
    UUID,
    /// `String`, ordered by code point.
    STRING,
    /// `Boolean`, false before true.
    BOOLEAN,
    /// `Integer` for `byte`, `short` and `int`.
    INT,
    /// `Long`.
    LONG,
    /// `Double` for `float` and `double`; neither NaN nor infinite.
    DOUBLE,
    /// `BigDecimal`, compared by number: 1.0 equals 1.00.
    DECIMAL,
    /// `BigInteger`.
    INTEGER,
    /// `String`: the constant's name, ordered by name.
    ENUM,
    /// `Instant` in whole microseconds.
    INSTANT,
    /// `LocalDate`.
    DATE,
    /// `LocalTime` in whole microseconds.
    TIME,
    /// `LocalDateTime` in whole microseconds.
    DATE_TIME,
    /// `Duration` in whole microseconds.
    DURATION,
    /// `byte[]`, ordered as unsigned bytes.
    BYTES,
    /// `String`: a JSON text. It has no order and no equality.
    JSON
  }

  public static final ValueType UUID = of(Kind.UUID, UUID.class);
  public static final ValueType STRING = of(Kind.STRING, String.class);
  public static final ValueType BOOLEAN = of(Kind.BOOLEAN, boolean.class);
  public static final ValueType BYTE = of(Kind.INT, byte.class);
  public static final ValueType SHORT = of(Kind.INT, short.class);
  public static final ValueType INT = of(Kind.INT, int.class);
  public static final ValueType LONG = of(Kind.LONG, long.class);
  public static final ValueType FLOAT = of(Kind.DOUBLE, float.class);
  public static final ValueType DOUBLE = of(Kind.DOUBLE, double.class);
  public static final ValueType DECIMAL = of(Kind.DECIMAL, BigDecimal.class);
  public static final ValueType INTEGER = of(Kind.INTEGER, BigInteger.class);
  public static final ValueType INSTANT = of(Kind.INSTANT, Instant.class);
  public static final ValueType DATE = of(Kind.DATE, LocalDate.class);
  public static final ValueType TIME = of(Kind.TIME, LocalTime.class);
  public static final ValueType DATE_TIME = of(Kind.DATE_TIME, LocalDateTime.class);
  public static final ValueType DURATION = of(Kind.DURATION, Duration.class);
  public static final ValueType BYTES = of(Kind.BYTES, byte[].class);

  public ValueType {
    names = List.copyOf(names);
  }

  private static ValueType of(Kind kind, Class<?> javaType) {
    return new ValueType(kind, javaType, List.of(), Optional.empty());
  }

  /// The type of an enum's constants.
  public static ValueType enumeration(Class<? extends Enum<?>> type) {
    var names = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
    return new ValueType(Kind.ENUM, type, names, Optional.empty());
  }

  /// The type of a nested record or of a list, stored as JSON.
  public static ValueType json(Class<?> javaType, JsonCodec<?> codec) {
    return new ValueType(Kind.JSON, javaType, List.of(), Optional.of(codec));
  }

  /// Whether values of the type can be compared with `<` and sorted.
  public boolean ordered() {
    return kind != Kind.JSON && kind != Kind.BOOLEAN && kind != Kind.BYTES;
  }

  /// Whether values of the type can be compared with `=`.
  public boolean comparable() {
    return kind != Kind.JSON;
  }

  /// Whether values of the type are text that can be searched.
  public boolean text() {
    return kind == Kind.STRING;
  }
}
