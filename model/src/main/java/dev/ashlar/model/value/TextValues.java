package dev.ashlar.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Reads stored values from plain text, as it stands in URLs and on command lines.
public final class TextValues {
  private TextValues() {}

  /// Reads a value in the form in which it is stored.
  ///
  /// @throws JsonMismatch saying what was expected and what was found
  public static Object read(ValueType type, String text) {
    return switch (type.kind()) {
      case UUID ->
          required(uuid(text), "a UUID such as 0199b5a2-7c1e-7f00-8000-00805f9b34fb", text);
      case STRING -> string(text);
      case BOOLEAN -> bool(text);
      case INT -> int32(text, type.javaType());
      case LONG -> (Long) whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
      case DOUBLE -> float64(text, type.javaType());
      case DECIMAL -> decimal(text);
      case INTEGER -> integer(text);
      case ENUM -> enumeration(type, text);
      case INSTANT -> {
        var chars = text.toCharArray();
        yield required(
            Optional.ofNullable(Iso.instant(chars, 0, chars.length)),
            "a moment from year 0001 to 9999, such as 2026-03-01T12:30:00Z",
            text);
      }
      case DATE -> {
        var chars = text.toCharArray();
        yield required(
            Optional.ofNullable(Iso.date(chars, 0, chars.length)),
            "a date such as 2026-03-01",
            text);
      }
      case TIME -> {
        var chars = text.toCharArray();
        yield required(
            Optional.ofNullable(Iso.time(chars, 0, chars.length)), "a time such as 12:30:00", text);
      }
      case DATE_TIME -> {
        var chars = text.toCharArray();
        yield required(
            Optional.ofNullable(Iso.dateTime(chars, 0, chars.length)),
            "a date and time without offset, such as 2026-03-01T12:30:00",
            text);
      }
      case DURATION -> duration(text);
      case BYTES -> bytes(text);
      case JSON -> throw mismatch("no value: JSON has none that can be compared", text);
    };
  }

  /// Reads a key; empty for a text of another form.
  public static Optional<UUID> uuid(String text) {
    return Optional.ofNullable(Iso.uuid(text.toCharArray(), 0, text.length()));
  }

  private static String string(String text) {
    int at = Values.unstorable(text);
    if (at >= 0) {
      throw new JsonMismatch("", Values.describeUnstorable(text, at));
    }
    return text;
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw mismatch("true or false", text);
    };
  }

  private static Integer int32(String text, Class<?> type) {
    if (type == byte.class) {
      return (int) whole(text, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    return type == short.class
        ? (int) whole(text, Short.MIN_VALUE, Short.MAX_VALUE)
        : (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static long whole(String text, long min, long max) {
    if (digits(text, text.startsWith("-") ? 1 : 0) == text.length()) {
      try {
        long value = Long.parseLong(text);
        if (value >= min && value <= max) {
          return value;
        }
      } catch (NumberFormatException tooLong) {
        throw because(tooLong, "a whole number from " + min + " to " + max, text);
      }
    }
    throw mismatch("a whole number from " + min + " to " + max, text);
  }

  private static BigInteger integer(String text) {
    String expected = "a whole number of at most " + Values.MOST_DIGITS + " digits";
    int from = text.startsWith("-") ? 1 : 0;
    int count = text.length() - from;
    if (count == 0 || count > Values.MOST_DIGITS || digits(text, from) != text.length()) {
      throw mismatch(expected, text);
    }
    return new BigInteger(text);
  }

  private static BigDecimal decimal(String text) {
    String expected =
        "a number of at most %1$d digits before and %1$d after the point"
            .formatted(Values.MOST_DIGITS);
    if (!number(text) || text.length() > 3 * Values.MOST_DIGITS) {
      throw mismatch(expected, text);
    }
    try {
      var value = new BigDecimal(text);
      if (!Values.tooLong(value)) {
        return value;
      }
    } catch (NumberFormatException exponent) {
      throw because(exponent, expected, text);
    }
    throw mismatch(expected, text);
  }

  private static Double float64(String text, Class<?> type) {
    boolean single = type == float.class;
    double largest = single ? Float.MAX_VALUE : Double.MAX_VALUE;
    if (number(text)) {
      double value = Double.parseDouble(text);
      if (Math.abs(value) <= largest) {
        return Values.number(single ? (Number) (float) value : (Number) value);
      }
    }
    throw mismatch("a number from " + -largest + " to " + largest, text);
  }

  private static String enumeration(ValueType type, String text) {
    if (!type.names().contains(text)) {
      throw mismatch("one of " + String.join(", ", type.names()), text);
    }
    return text;
  }

  private static Duration duration(String text) {
    String expected = "a duration such as PT1H30M, of at most 292471 years";
    try {
      var value = Duration.parse(text).truncatedTo(ChronoUnit.MICROS);
      if (Values.inRange(value)) {
        return value;
      }
    } catch (DateTimeException | ArithmeticException malformed) {
      throw because(malformed, expected, text);
    }
    throw mismatch(expected, text);
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      throw because(malformed, "bytes in Base64 such as aGVsbG8=", text);
    }
  }

  /// Whether a text is a number as JSON writes it.
  private static boolean number(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int at = digits(text, from);
    boolean sound = at > from;
    if (at < text.length() && text.charAt(at) == '.') {
      int end = digits(text, at + 1);
      sound &= end > at + 1;
      at = end;
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
      int end = digits(text, at + 1 + sign);
      sound &= end > at + 1 + sign;
      at = end;
    }
    return sound && at == text.length();
  }

  /// Where the digits end that begin at a place.
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static <V> V required(Optional<V> value, String expected, String text) {
    if (value.isEmpty()) {
      throw mismatch(expected, text);
    }
    return value.get();
  }

  private static JsonMismatch because(Exception cause, String expected, String text) {
    var mismatch = mismatch(expected, text);
    mismatch.initCause(cause);
    return mismatch;
  }

  private static JsonMismatch mismatch(String expected, String text) {
    return new JsonMismatch(
        "",
        text.isEmpty()
            ? "Expected " + expected + ", found nothing."
            : "Expected " + expected + ", found " + Values.quoted(text) + ".");
  }
}
