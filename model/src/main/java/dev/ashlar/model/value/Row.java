package dev.ashlar.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a result: values by position, each of the Java type that its [ValueType.Kind] names.
public interface Row {
  /// The value at a position, or null.
  @Nullable Object value(int position);

  /// The value at a position whose column is not nullable.
  default <V> V required(int position, Class<V> type) {
    Object value = value(position);
    if (value == null) {
      throw new IllegalStateException(
          "Position " + position + " of a row is null, but its column is not nullable.");
    }
    return type.cast(value);
  }

  default boolean isNull(int position) {
    return value(position) == null;
  }

  default UUID uuid(int position) {
    return required(position, UUID.class);
  }

  default String string(int position) {
    return required(position, String.class);
  }

  default boolean bool(int position) {
    return required(position, Boolean.class);
  }

  default int int32(int position) {
    return required(position, Integer.class);
  }

  default long int64(int position) {
    return required(position, Long.class);
  }

  default double float64(int position) {
    return required(position, Double.class);
  }

  default BigDecimal decimal(int position) {
    return required(position, BigDecimal.class);
  }

  default BigInteger integer(int position) {
    return required(position, BigInteger.class);
  }

  default Instant instant(int position) {
    return required(position, Instant.class);
  }

  default LocalDate date(int position) {
    return required(position, LocalDate.class);
  }

  default LocalTime time(int position) {
    return required(position, LocalTime.class);
  }

  default LocalDateTime dateTime(int position) {
    return required(position, LocalDateTime.class);
  }

  default Duration duration(int position) {
    return required(position, Duration.class);
  }

  default byte[] bytes(int position) {
    return required(position, byte[].class);
  }
}
