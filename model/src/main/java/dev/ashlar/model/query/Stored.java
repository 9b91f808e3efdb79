package dev.ashlar.model.query;

import com.fasterxml.jackson.core.JsonFactory;
import dev.ashlar.model.Ref;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.ValueType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// The form in which a component's value is stored: the one Java type that its kind names.
public final class Stored {
  private static final JsonFactory JSON = new JsonFactory();

  private Stored() {}

  /// A component's value as it is stored; a value already in that form stays as it is.
  public static Object of(ValueType type, Object value) {
    return switch (type.kind()) {
      case UUID -> value instanceof Ref<?> ref ? ref.id() : value;
      case ENUM -> value instanceof Enum<?> constant ? constant.name() : value;
      case INT -> ((Number) value).intValue();
      case DOUBLE -> decimalOf((Number) value);
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

  /// A float keeps the digits it is written with, rather than those of the nearest double.
  private static double decimalOf(Number value) {
    return value instanceof Float single
        ? Double.parseDouble(single.toString())
        : value.doubleValue();
  }

  @SuppressWarnings("unchecked")
  private static String json(ValueType type, Object value) {
    var codec = (JsonCodec<Object>) type.json().orElseThrow();
    var text = new StringWriter();
    try (var generator = JSON.createGenerator(text)) {
      codec.write(generator, value);
    } catch (IOException impossible) {
      throw new UncheckedIOException("A JSON column could not be written to memory.", impossible);
    }
    return text.toString();
  }
}
