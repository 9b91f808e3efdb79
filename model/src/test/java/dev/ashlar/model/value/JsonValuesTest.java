package dev.ashlar.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonValuesTest {
  private static final ValueType DAY = ValueType.enumeration(DayOfWeek.class);
  private static final ValueType TAGS =
      ValueType.json(List.class, JsonCodecs.listOf(JsonCodecs.STRING));

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(ValueType.UUID, UUID.fromString("0199b5a2-7c1e-7f00-8000-00805f9b34fb")),
        Arguments.of(ValueType.STRING, "a \"quoted\" text, ü and 𝄞"),
        Arguments.of(ValueType.STRING, ""),
        Arguments.of(ValueType.BOOLEAN, true),
        Arguments.of(ValueType.BYTE, -128),
        Arguments.of(ValueType.SHORT, 32767),
        Arguments.of(ValueType.INT, Integer.MIN_VALUE),
        Arguments.of(ValueType.LONG, Long.MAX_VALUE),
        Arguments.of(ValueType.DOUBLE, 1e300),
        Arguments.of(ValueType.FLOAT, 0.1),
        Arguments.of(ValueType.DECIMAL, new BigDecimal("-12.50")),
        Arguments.of(ValueType.INTEGER, new BigInteger("9".repeat(1000))),
        Arguments.of(DAY, "FRIDAY"),
        Arguments.of(ValueType.INSTANT, Instant.parse("0001-01-01T00:00:00Z")),
        Arguments.of(ValueType.INSTANT, Instant.parse("9999-12-31T23:59:59.999999Z")),
        Arguments.of(ValueType.DATE, LocalDate.of(2024, 2, 29)),
        Arguments.of(ValueType.TIME, LocalTime.of(23, 59, 59, 999_999_000)),
        Arguments.of(ValueType.DATE_TIME, LocalDateTime.of(2026, 3, 1, 8, 30)),
        Arguments.of(ValueType.DURATION, Duration.ofSeconds(-90, 1000)),
        Arguments.of(ValueType.BYTES, new byte[] {0, -1, 62}),
        Arguments.of(TAGS, "[\"a\",\"b\"]"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueIsReadAsItWasWritten(ValueType type, Object stored) {
    assertThat(Json.read(type, Json.write(type, stored))).isEqualTo(stored);
    assertThat(Json.read(type, Json.writeBytes(type, stored))).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-03-01T12:30:00Z | 2026-03-01T12:30:00Z",
        "2026-03-01t12:30:00z | 2026-03-01T12:30:00Z",
        "2026-03-01T12:30:00.1Z | 2026-03-01T12:30:00.100Z",
        "2026-03-01T12:30:00.123456789Z | 2026-03-01T12:30:00.123456Z",
        "2026-03-01T12:30:00+02:00 | 2026-03-01T10:30:00Z",
        "2026-03-01T00:30:00+05:45 | 2026-02-28T18:45:00Z",
        "2026-12-31T23:30:00-01:00 | 2027-01-01T00:30:00Z",
        "2026-03-01T12:30:00-00:00 | 2026-03-01T12:30:00Z"
      })
  void momentsAreReadWithAnyOffset(String written, String utc) {
    assertThat(Json.read(ValueType.INSTANT, '"' + written + '"')).isEqualTo(Instant.parse(utc));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01",
        "2026-03-01T12:30:00",
        "2026-03-01T12:30Z",
        "2026-03-01 12:30:00Z",
        "2026-02-29T12:30:00Z",
        "2026-13-01T12:30:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T12:60:00Z",
        "2026-03-01T12:30:60Z",
        "2026-03-01T12:30:00.Z",
        "2026-03-01T12:30:00.1234567890Z",
        "2026-03-01T12:30:00,5Z",
        "2026-03-01T12:30:00+2:00",
        "2026-03-01T12:30:00+24:00",
        "2026-03-01T12:30:00+02:60",
        "2026-03-01T12:30:00*02:00",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "0000-01-01T00:00:00Z",
        "+2026-03-01T12:30:00Z",
        "٢٠٢٦-03-01T12:30:00Z",
        ""
      })
  void momentsOfAnotherFormAreRefused(String written) {
    assertThatThrownBy(() -> Json.read(ValueType.INSTANT, '"' + written + '"'))
        .isInstanceOf(JsonMismatch.class)
        .hasMessage(
            "Expected a moment from year 0001 to 9999, such as \"2026-03-01T12:30:00Z\", found the"
                + " text \"%s\".".formatted(written));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(ValueType.STRING, "3", "Expected a text, found 3."),
        Arguments.of(ValueType.STRING, "null", "Expected a text, found null."),
        Arguments.of(ValueType.STRING, "[\"a\"]", "Expected a text, found a list."),
        Arguments.of(
            ValueType.STRING,
            "\"ab\\u0000\"",
            "Expected a text of whole Unicode characters other than NUL, found U+0000 at index 2."),
        Arguments.of(
            ValueType.STRING,
            "\"\\ud834\"",
            "Expected a text of whole Unicode characters other than NUL, found U+D834 at index 0."),
        Arguments.of(
            ValueType.STRING,
            "\"\\udd1e\\ud834\"",
            "Expected a text of whole Unicode characters other than NUL, found U+DD1E at index 0."),
        Arguments.of(ValueType.BOOLEAN, "1", "Expected true or false, found 1."),
        Arguments.of(
            ValueType.BOOLEAN, "\"true\"", "Expected true or false, found the text \"true\"."),
        Arguments.of(ValueType.BYTE, "128", "Expected a whole number from -128 to 127, found 128."),
        Arguments.of(
            ValueType.SHORT,
            "-32769",
            "Expected a whole number from -32768 to 32767, found -32769."),
        Arguments.of(
            ValueType.INT,
            "2147483648",
            "Expected a whole number from -2147483648 to 2147483647, found 2147483648."),
        Arguments.of(
            ValueType.INT,
            "1.0",
            "Expected a whole number from -2147483648 to 2147483647, found 1.0."),
        Arguments.of(
            ValueType.INT,
            "\"1\"",
            "Expected a whole number from -2147483648 to 2147483647, found the text \"1\"."),
        Arguments.of(
            ValueType.LONG,
            "9223372036854775808",
            "Expected a whole number from -9223372036854775808 to 9223372036854775807, found"
                + " 9223372036854775808."),
        Arguments.of(
            ValueType.DOUBLE,
            "1e400",
            "Expected a number from -1.7976931348623157E308 to 1.7976931348623157E308, found 1e400."),
        Arguments.of(
            ValueType.FLOAT,
            "1e39",
            "Expected a number from -3.4028235E38 to 3.4028235E38, found 1e39."),
        Arguments.of(ValueType.DOUBLE, "\"1\"", "Expected a number, found the text \"1\"."),
        Arguments.of(
            ValueType.DECIMAL,
            "1e1000",
            "Expected a number of at most 1000 digits before and 1000 after the point, found"
                + " 1e1000."),
        Arguments.of(
            ValueType.DECIMAL,
            "1e-999999999",
            "Expected a number of at most 1000 digits before and 1000 after the point, found"
                + " 1e-999999999."),
        Arguments.of(ValueType.INTEGER, "1e3", "Expected a whole number, found 1e3."),
        Arguments.of(
            DAY,
            "\"friday\"",
            "Expected one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, found"
                + " the text \"friday\"."),
        Arguments.of(
            DAY,
            "4",
            "Expected one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, found"
                + " 4."),
        Arguments.of(
            ValueType.UUID,
            "\"0199b5a27c1e7f00800000805f9b34fb\"",
            "Expected a UUID such as \"0199b5a2-7c1e-7f00-8000-00805f9b34fb\", found the text"
                + " \"0199b5a27c1e7f00800000805f9b34fb\"."),
        Arguments.of(
            ValueType.UUID,
            "\"0199b5a2-7c1e-7f00-8000-00805f9b34fg\"",
            "Expected a UUID such as \"0199b5a2-7c1e-7f00-8000-00805f9b34fb\", found the text"
                + " \"0199b5a2-7c1e-7f00-8000-00805f9b34fg\"."),
        Arguments.of(
            ValueType.UUID,
            "\"" + "x".repeat(60) + "\"",
            "Expected a UUID such as \"0199b5a2-7c1e-7f00-8000-00805f9b34fb\", found the text \""
                + "x".repeat(40)
                + "…\"."),
        Arguments.of(
            ValueType.DATE,
            "\"2026-2-01\"",
            "Expected a date such as \"2026-03-01\", found the text \"2026-2-01\"."),
        Arguments.of(
            ValueType.TIME,
            "\"25:00:00\"",
            "Expected a time such as \"12:30:00\", found the text \"25:00:00\"."),
        Arguments.of(
            ValueType.DATE_TIME,
            "\"2026-03-01T12:30:00Z\"",
            "Expected a date and time without offset, such as \"2026-03-01T12:30:00\", found the text"
                + " \"2026-03-01T12:30:00Z\"."),
        Arguments.of(
            ValueType.DURATION,
            "\"PT9999999999H\"",
            "Expected a duration such as \"PT1H30M\", of at most 292471 years, found the text"
                + " \"PT9999999999H\"."),
        Arguments.of(
            ValueType.BYTES,
            "\"a-_b\"",
            "Expected bytes in Base64 such as \"aGVsbG8=\", found the text \"a-_b\"."));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void valueOfAnotherTypeIsRefused(ValueType type, String json, String message) {
    assertThatThrownBy(() -> Json.read(type, json))
        .isInstanceOf(JsonMismatch.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"12:30, 12:30", "12:30:15, 12:30:15", "12:30:15.5, 12:30:15.500"})
  void secondsOfTimesMayBeLeftOut(String written, String time) {
    assertThat(Json.read(ValueType.TIME, '"' + written + '"')).isEqualTo(LocalTime.parse(time));
  }

  @Test
  void keysAreReadInAnyCaseAndWrittenInSmallLetters() {
    Object key = Json.read(ValueType.UUID, "\"0199B5A2-7C1E-7F00-8000-00805F9B34FB\"");

    assertThat(Json.write(ValueType.UUID, key))
        .isEqualTo("\"0199b5a2-7c1e-7f00-8000-00805f9b34fb\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numbersThatJsonHasNotAreRefused(double number) {
    assertThatThrownBy(() -> Json.write(ValueType.DOUBLE, number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("JSON has no " + number);
  }

  @Test
  void zeroHasNoSign() {
    assertThat(Json.read(ValueType.DOUBLE, "-0.0")).isEqualTo(0.0);
    assertThat(Values.number(-0f)).isEqualTo(0.0);
  }

  @Test
  void decimalsAreWrittenWithoutExponent() {
    assertThat(Json.write(ValueType.DECIMAL, new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(Json.write(ValueType.DECIMAL, new BigDecimal("1.50"))).isEqualTo("1.50");
  }

  @Test
  void jsonColumnIsReadThroughItsCodec() {
    assertThat(Json.read(TAGS, " [ \"a\" ] ")).isEqualTo("[\"a\"]");
    assertThatThrownBy(() -> Json.read(TAGS, "[\"a\",3]"))
        .isInstanceOfSatisfying(
            JsonMismatch.class, mismatch -> assertThat(mismatch.pointer()).isEqualTo("/1"))
        .hasMessage("Expected a text, found 3.");
  }

  @Test
  void textAfterTheValueIsRefused() {
    assertThatThrownBy(() -> JsonValues.parse(JsonCodecs.INT, "1 2"))
        .isInstanceOf(JsonMismatch.class)
        .hasMessage("Expected one JSON value, found VALUE_NUMBER_INT after it.");
  }

  @Test
  void textThatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> JsonValues.parse(JsonCodecs.INT, "{"))
        .isInstanceOf(JsonMismatch.class)
        .hasMessageEndingWith("found an object.");
    assertThatThrownBy(() -> JsonValues.parse(JsonCodecs.INT, "one"))
        .isInstanceOf(JsonMismatch.class)
        .hasMessage("Expected JSON, found \"one\".");
  }
}
