package dev.ashlar.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// What every database can store alike, beyond what the Java types say.
public final class Values {
  /// The most digits of a decimal before its point, and after it.
  static final int MOST_DIGITS = 1000;

  /// The most characters of a value that a message repeats: values may be secrets.
  private static final int MOST_SHOWN = 40;

  private Values() {}

  /// Says why a stored value cannot be kept by every database; empty when it can.
  public static Optional<String> fault(ValueType type, Object stored) {
    return switch (type.kind()) {
      case STRING -> {
        int at = unstorable((String) stored);
        yield at < 0 ? Optional.empty() : Optional.of(describeUnstorable((String) stored, at));
      }
      case DOUBLE ->
          unless(
              Double.isFinite((Double) stored), "Expected a finite number, found " + stored + ".");
      case DECIMAL -> unless(!tooLong((BigDecimal) stored), tooManyDigits());
      case INTEGER -> unless(!tooLong((BigInteger) stored), tooManyDigits());
      case INSTANT -> unless(Iso.inRange(((Instant) stored).getEpochSecond()), years(stored));
      case DATE -> unless(inRange(((LocalDate) stored).getYear()), years(stored));
      case DATE_TIME -> unless(inRange(((LocalDateTime) stored).getYear()), years(stored));
      case DURATION ->
          unless(
              inRange((Duration) stored),
              "Expected a duration of at most 292471 years, found " + stored + ".");
      case ENUM -> {
        String names = String.join(", ", type.names());
        yield unless(
            type.names().contains((String) stored),
            "Expected one of " + names + ", found " + quoted((String) stored) + ".");
      }
      case UUID, BOOLEAN, INT, LONG, TIME, BYTES, JSON -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean fits, String fault) {
    return fits ? Optional.empty() : Optional.of(fault);
  }

  private static String tooManyDigits() {
    return "Expected at most %1$d digits before the point and %1$d after it, found more."
        .formatted(MOST_DIGITS);
  }

  private static String years(Object stored) {
    return "Expected a year from 0001 to 9999, found " + stored + ".";
  }

  private static boolean inRange(int year) {
    return year >= 1 && year <= 9999;
  }

  /// Whether a duration fits a whole number of microseconds of 64 bits.
  static boolean inRange(Duration value) {
    long most = Long.MAX_VALUE / 1_000_000;
    return value.toSeconds() > -most && value.toSeconds() < most;
  }

  static boolean tooLong(BigInteger value) {
    // A digit takes more than three bits, so few values need the exact count.
    return value.bitLength() > MOST_DIGITS * 3 && tooLong(new BigDecimal(value));
  }

  static boolean tooLong(BigDecimal value) {
    return (long) value.precision() - value.scale() > MOST_DIGITS || value.scale() > MOST_DIGITS;
  }

  /// A number as it is stored: a float keeps the digits it is written with, rather than those of
  /// the nearest double, and zero has no sign.
  public static double number(Number value) {
    double exact =
        value instanceof Float single ? Double.parseDouble(single.toString()) : value.doubleValue();
    return exact == 0 ? 0 : exact;
  }

  /// The place of the first character that a text may not have; -1 when there is none.
  static int unstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  static String describeUnstorable(String text, int at) {
    return "Expected a text of whole Unicode characters other than NUL, found U+%04X at index %d."
        .formatted((int) text.charAt(at), at);
  }

  /// The component's value that a JSON column holds.
  public static Object ofJson(ValueType type, String stored) {
    return JsonValues.parse(type.json().orElseThrow(), stored);
  }

  /// A stored value as a message may repeat it: cut where it is long.
  public static String shown(Object stored) {
    return stored instanceof String text ? quoted(text) : capped(stored.toString());
  }

  /// A value between quotes, cut where it is long.
  static String quoted(String text) {
    return '"' + capped(text) + '"';
  }

  /// A value, cut where it is long.
  static String capped(String text) {
    if (text.length() <= MOST_SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST_SHOWN - 1)) ? MOST_SHOWN - 1 : MOST_SHOWN;
    return text.substring(0, end) + "…";
  }
}
