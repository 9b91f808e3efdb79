package dev.ashlar.model.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one scalar from the parser's current token, strictly: a text is no number, and a number no
/// text.
final class JsonRead {
  private JsonRead() {}

  static String string(JsonParser parser) throws IOException {
    expect(parser, JsonToken.VALUE_STRING, "a text");
    String text = parser.getText();
    int at = Values.unstorable(text);
    if (at >= 0) {
      throw new JsonMismatch("", Values.describeUnstorable(text, at));
    }
    return text;
  }

  static Boolean bool(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> throw mismatch(parser, "true or false");
    };
  }

  static Integer int32(JsonParser parser, Class<?> type) throws IOException {
    int min = Integer.MIN_VALUE;
    int max = Integer.MAX_VALUE;
    if (type == byte.class) {
      min = Byte.MIN_VALUE;
      max = Byte.MAX_VALUE;
    } else if (type == short.class) {
      min = Short.MIN_VALUE;
      max = Short.MAX_VALUE;
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == NumberType.INT) {
      int value = parser.getIntValue();
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw mismatch(parser, "a whole number from " + min + " to " + max);
  }

  static Long int64(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    throw mismatch(parser, "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
  }

  static BigInteger integer(JsonParser parser) throws IOException {
    expect(parser, JsonToken.VALUE_NUMBER_INT, "a whole number");
    BigInteger value = parser.getBigIntegerValue();
    if (Values.tooLong(value)) {
      throw mismatch(parser, "a whole number of at most " + Values.MOST_DIGITS + " digits");
    }
    return value;
  }

  static BigDecimal decimal(JsonParser parser) throws IOException {
    expectNumber(parser);
    BigDecimal value = parser.getDecimalValue();
    if (Values.tooLong(value)) {
      throw mismatch(
          parser,
          "a number of at most %1$d digits before and %1$d after the point"
              .formatted(Values.MOST_DIGITS));
    }
    return value;
  }

  static Double float64(JsonParser parser, Class<?> type) throws IOException {
    expectNumber(parser);
    boolean single = type == float.class;
    double value = parser.getDoubleValue();
    if (single ? Float.isInfinite((float) value) : Double.isInfinite(value)) {
      String largest = single ? Float.toString(Float.MAX_VALUE) : Double.toString(Double.MAX_VALUE);
      throw mismatch(parser, "a number from -" + largest + " to " + largest);
    }
    return Values.number(single ? (Number) (float) value : (Number) value);
  }

  static String enumeration(JsonParser parser, ValueType type) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      String name = parser.getText();
      if (type.names().contains(name)) {
        return name;
      }
    }
    throw mismatch(parser, "one of " + String.join(", ", type.names()));
  }

  static UUID uuid(JsonParser parser) throws IOException {
    return iso(parser, "a UUID such as \"0199b5a2-7c1e-7f00-8000-00805f9b34fb\"", Iso::uuid);
  }

  static Instant instant(JsonParser parser) throws IOException {
    return iso(
        parser, "a moment from year 0001 to 9999, such as \"2026-03-01T12:30:00Z\"", Iso::instant);
  }

  static LocalDate date(JsonParser parser) throws IOException {
    return iso(parser, "a date such as \"2026-03-01\"", Iso::date);
  }

  static LocalTime time(JsonParser parser) throws IOException {
    return iso(parser, "a time such as \"12:30:00\"", Iso::time);
  }

  static LocalDateTime dateTime(JsonParser parser) throws IOException {
    return iso(
        parser, "a date and time without offset, such as \"2026-03-01T12:30:00\"", Iso::dateTime);
  }

  static Duration duration(JsonParser parser) throws IOException {
    String expected = "a duration such as \"PT1H30M\", of at most 292471 years";
    expect(parser, JsonToken.VALUE_STRING, expected);
    try {
      var value = Duration.parse(parser.getText()).truncatedTo(ChronoUnit.MICROS);
      if (Values.inRange(value)) {
        return value;
      }
    } catch (DateTimeException | ArithmeticException malformed) {
      throw (JsonMismatch) mismatch(parser, expected).initCause(malformed);
    }
    throw mismatch(parser, expected);
  }

  static byte[] bytes(JsonParser parser) throws IOException {
    String expected = "bytes in Base64 such as \"aGVsbG8=\"";
    expect(parser, JsonToken.VALUE_STRING, expected);
    try {
      return Base64.getDecoder().decode(parser.getText());
    } catch (IllegalArgumentException malformed) {
      throw (JsonMismatch) mismatch(parser, expected).initCause(malformed);
    }
  }

  /// Reads a value out of the parser's own characters, or gives null where they are none.
  @FunctionalInterface
  private interface IsoReader<V> {
    @Nullable V read(char[] text, int offset, int length);
  }

  private static <V> V iso(JsonParser parser, String expected, IsoReader<V> reader)
      throws IOException {
    expect(parser, JsonToken.VALUE_STRING, expected);
    V value =
        reader.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    if (value == null) {
      throw mismatch(parser, expected);
    }
    return value;
  }

  private static void expectNumber(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw mismatch(parser, "a number");
    }
  }

  private static void expect(JsonParser parser, JsonToken token, String expected)
      throws IOException {
    if (parser.currentToken() != token) {
      throw mismatch(parser, expected);
    }
  }

  /// Says what was expected at the parser's current token, and what stands there.
  static JsonMismatch mismatch(JsonParser parser, String expected) throws IOException {
    return new JsonMismatch("", "Expected " + expected + ", found " + describe(parser) + ".");
  }

  private static String describe(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> "the text " + Values.quoted(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Values.capped(parser.getText());
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "null";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case null, default -> "no value";
    };
  }
}
