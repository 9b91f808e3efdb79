package dev.ashlar.model.query;

import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.Values;
import dev.ashlar.model.value.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Holds stored values to what their columns say of them.
public final class Constraints {
  /// HTML's own rule for an input of type email.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
              + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

  private Constraints() {}

  /// Reports everything that is wrong with a value for a column.
  ///
  /// @param stored the value in its stored form, or null
  /// @param now the moment that past and future are told from; a day ends where it does in UTC
  public static void check(
      Column<?, ?> column, @Nullable Object stored, Instant now, Consumer<Violation> report) {
    String pointer = "/" + column.property();
    if (stored == null) {
      if (!column.nullable()) {
        report.accept(new Violation(pointer, "required", "Expected a value, found none."));
      }
      return;
    }
    var fault = Values.fault(column.type(), stored);
    if (fault.isPresent()) {
      report.accept(new Violation(pointer, "invalid_value", fault.get()));
      return;
    }
    for (Constraint constraint : column.spec().constraints()) {
      Fault broken = fault(constraint, column.type(), stored, now);
      if (broken != null) {
        report.accept(new Violation(pointer, broken.code(), broken.message()));
      }
    }
  }

  private record Fault(String code, String message) {}

  private static @Nullable Fault fault(
      Constraint constraint, ValueType type, Object stored, Instant now) {
    return switch (constraint) {
      case Constraint.NotBlank _ ->
          unless(
              !((String) stored).isBlank(),
              "not_blank",
              "Expected a text that is not blank, found %s.",
              stored.equals("") ? "an empty one" : "white space alone");
      case Constraint.Size(int min, int max) -> size(min, max, type, stored);
      case Constraint.AtLeast(BigDecimal bound, boolean inclusive) ->
          unless(
              decimal(stored).compareTo(bound) >= (inclusive ? 0 : 1),
              "min",
              "Expected %s %s, found %s.",
              inclusive ? "at least" : "more than",
              bound.toPlainString(),
              Values.shown(stored));
      case Constraint.AtMost(BigDecimal bound, boolean inclusive) ->
          unless(
              decimal(stored).compareTo(bound) <= (inclusive ? 0 : -1),
              "max",
              "Expected %s %s, found %s.",
              inclusive ? "at most" : "less than",
              bound.toPlainString(),
              Values.shown(stored));
      case Constraint.Digits(int integer, int fraction) -> digits(integer, fraction, stored);
      case Constraint.Matches(Pattern pattern) ->
          unless(
              pattern.matcher((String) stored).matches(),
              "pattern",
              "Expected a text that matches %s, found %s.",
              pattern,
              Values.shown(stored));
      case Constraint.Email _ ->
          unless(
              EMAIL.matcher((String) stored).matches(),
              "email",
              "Expected an e-mail address such as name@example.com, found %s.",
              Values.shown(stored));
      case Constraint.Past(boolean orPresent) ->
          unless(
              order(stored, now) <= (orPresent ? 0 : -1),
              "past",
              "Expected a time before now%s, found %s.",
              orPresent ? " or now" : "",
              stored);
      case Constraint.Future(boolean orPresent) ->
          unless(
              order(stored, now) >= (orPresent ? 0 : 1),
              "future",
              "Expected a time after now%s, found %s.",
              orPresent ? " or now" : "",
              stored);
      case Constraint.Is(boolean expected) ->
          unless(
              stored.equals(expected),
              "must_be_" + expected,
              "Expected %s, found %s.",
              expected,
              stored);
    };
  }

  // The annotation asked for would bring a library.
  @SuppressWarnings("AnnotateFormatMethod")
  private static @Nullable Fault unless(
      boolean holds, String code, String message, Object... values) {
    return holds ? null : new Fault(code, message.formatted(values));
  }

  private static @Nullable Fault size(int min, int max, ValueType type, Object stored) {
    int size;
    String unit;
    switch (type.kind()) {
      case STRING -> {
        // As SQL and people count: a character outside the basic plane is one.
        String text = (String) stored;
        size = text.codePointCount(0, text.length());
        unit = "characters";
      }
      case BYTES -> {
        size = ((byte[]) stored).length;
        unit = "bytes";
      }
      case JSON -> {
        size = elements(type, (String) stored);
        unit = "elements";
      }
      default -> throw new IllegalStateException("@Size cannot hold for " + type.kind() + ".");
    }
    return unless(
        size >= min && size <= max,
        "size",
        "Expected %s %s, found %d.",
        range(min, max),
        unit,
        size);
  }

  private static String range(int min, int max) {
    if (max == Integer.MAX_VALUE) {
      return "at least " + min;
    }
    return min == 0
        ? "at most " + max
        : min == max ? "exactly " + min : "from " + min + " to " + max;
  }

  private static int elements(ValueType type, String json) {
    return ((List<?>) Values.ofJson(type, json)).size();
  }

  private static @Nullable Fault digits(int integer, int fraction, Object stored) {
    var value = decimal(stored).stripTrailingZeros();
    int before = Math.max(0, value.precision() - value.scale());
    int after = Math.max(0, value.scale());
    return unless(
        before <= integer && after <= fraction,
        "digits",
        "Expected at most %d digits before the point and %d after it, found %s.",
        integer,
        fraction,
        Values.shown(stored));
  }

  private static BigDecimal decimal(Object stored) {
    return switch (stored) {
      case BigDecimal value -> value;
      case BigInteger value -> new BigDecimal(value);
      case Double value -> BigDecimal.valueOf(value);
      case Number value -> BigDecimal.valueOf(value.longValue());
      default -> throw new IllegalStateException(stored.getClass() + " is not a number.");
    };
  }

  /// Negative before now, positive after.
  private static int order(Object stored, Instant now) {
    return switch (stored) {
      case Instant value -> value.compareTo(now);
      case LocalDate value -> value.compareTo(LocalDate.ofInstant(now, ZoneOffset.UTC));
      case LocalDateTime value -> value.compareTo(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
      default -> throw new IllegalStateException(stored.getClass() + " is not a time.");
    };
  }
}
