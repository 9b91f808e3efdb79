package dev.ashlar.model.query;

import dev.ashlar.model.Ref;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// The form in which a component's value is stored: the one Java type that its kind names.
public final class Stored {
  private Stored() {}

  /// A component's value as it is stored; a value already in that form stays as it is.
  public static Object of(ValueType type, Object value) {
    return switch (type.kind()) {
      case UUID -> value instanceof Ref<?> ref ? ref.id() : value;
      case ENUM -> value instanceof Enum<?> constant ? constant.name() : value;
      case INT -> ((Number) value).intValue();
      case DOUBLE -> Values.number((Number) value);
      case INSTANT -> ((Instant) value).truncatedTo(ChronoUnit.MICROS);
      case TIME -> ((LocalTime) value).truncatedTo(ChronoUnit.MICROS);
      case DATE_TIME -> ((LocalDateTime) value).truncatedTo(ChronoUnit.MICROS);
      case DURATION -> ((Duration) value).truncatedTo(ChronoUnit.MICROS);
      case JSON ->
          value instanceof String text && type.javaType() != String.class
              ? text
              : json(type, value);
      case STRING, BOOLEAN, LONG, DECIMAL, INTEGER, DATE, BYTES -> value;
    };
  }

  @SuppressWarnings("unchecked")
  private static String json(ValueType type, Object value) {
    return JsonValues.text((JsonCodec<Object>) type.json().orElseThrow(), value);
  }
}
