package dev.ashlar.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// The digits written by hand are those of the Java library, and every value comes back.
final class JsonValuesPropertyTest {
  private static final long FIRST = -62_135_596_800L;
  private static final long LAST = 253_402_300_799L;

  @Property
  void momentsAreWrittenAsJavaWritesThem(
      @ForAll @LongRange(min = FIRST, max = LAST) long second,
      @ForAll @IntRange(max = 999_999) int micros) {
    Instant moment = Instant.ofEpochSecond(second, micros * 1000L);

    String json = Json.write(ValueType.INSTANT, moment);

    assertThat(json).isEqualTo('"' + moment.toString() + '"');
    assertThat(Json.read(ValueType.INSTANT, json)).isEqualTo(moment);
  }

  @Property
  void momentsAreReadWithTheirOffset(
      @ForAll @LongRange(min = FIRST + 86_400, max = LAST - 86_400) long second,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
    Instant moment = Instant.ofEpochSecond(second);
    String written =
        OffsetDateTime.ofInstant(moment, ZoneOffset.ofTotalSeconds(offsetMinutes * 60))
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    assertThat(Json.read(ValueType.INSTANT, '"' + written + '"')).isEqualTo(moment);
  }

  @Property
  void keysAreWrittenAsJavaWritesThem(@ForAll long upper, @ForAll long lower) {
    UUID key = new UUID(upper, lower);

    String json = Json.write(ValueType.UUID, key);

    assertThat(json).isEqualTo('"' + key.toString() + '"');
    assertThat(Json.read(ValueType.UUID, json)).isEqualTo(key);
  }

  @Property
  void textsAreWrittenAlikeAndComeBack(@ForAll("manyByteTexts") String text) {
    assertThat(Json.read(ValueType.STRING, Json.write(ValueType.STRING, text))).isEqualTo(text);
  }

  /// Characters of one byte to four, those that are escaped by name or by number, and none.
  @Provide
  Arbitrary<String> manyByteTexts() {
    return Arbitraries.of(
            "a", "~", "\u007f", "é", "\u07ff", "\u0800", "€", "\ufffd", "𝄞", "\"", "\\", "\b",
            "\t", "\n", "\f", "\r", "\u0001", "\u001f")
        .list()
        .ofMaxSize(12)
        .map(characters -> String.join("", characters));
  }

  @Property
  void datesAndTimesComeBack(
      @ForAll @LongRange(min = -719_162, max = 2_932_896) long day,
      @ForAll @LongRange(max = 86_399_999_999L) long micros) {
    LocalDate date = LocalDate.ofEpochDay(day);
    LocalTime time = LocalTime.ofNanoOfDay(micros * 1000);
    LocalDateTime both = date.atTime(time);

    assertThat(Json.write(ValueType.DATE, date)).isEqualTo('"' + date.toString() + '"');
    assertThat(Json.read(ValueType.DATE, Json.write(ValueType.DATE, date))).isEqualTo(date);
    assertThat(Json.read(ValueType.TIME, Json.write(ValueType.TIME, time))).isEqualTo(time);
    assertThat(Json.read(ValueType.DATE_TIME, Json.write(ValueType.DATE_TIME, both)))
        .isEqualTo(both);
  }

  @Property
  void durationsComeBack(
      @ForAll @LongRange(min = -9_000_000_000_000L, max = 9_000_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999) int micros) {
    Duration duration = Duration.ofSeconds(second, micros * 1000L);

    assertThat(Json.read(ValueType.DURATION, Json.write(ValueType.DURATION, duration)))
        .isEqualTo(duration);
  }

  @Property
  void wholeNumbersComeBack(@ForAll int number, @ForAll long big) {
    assertThat(Json.read(ValueType.INT, Json.write(ValueType.INT, number))).isEqualTo(number);
    assertThat(Json.read(ValueType.LONG, Json.write(ValueType.LONG, big))).isEqualTo(big);
  }

  @Property
  void floatingNumbersComeBack(@ForAll double twice, @ForAll float single) {
    assertThat(Json.read(ValueType.DOUBLE, Json.write(ValueType.DOUBLE, Values.number(twice))))
        .isEqualTo(Values.number(twice));
    assertThat(Json.read(ValueType.FLOAT, Json.write(ValueType.FLOAT, Values.number(single))))
        .isEqualTo(Values.number(single));
  }

  @Property
  void decimalsComeBack(
      @ForAll BigInteger digits, @ForAll @IntRange(min = -900, max = 900) int scale) {
    BigDecimal decimal = new BigDecimal(digits, scale);

    Object read = Json.read(ValueType.DECIMAL, Json.write(ValueType.DECIMAL, decimal));

    assertThat((BigDecimal) read).isEqualByComparingTo(decimal);
  }

  @Property
  void textsComeBackUnlessNoDatabaseKeepsThem(@ForAll("texts") String text) {
    if (Values.fault(ValueType.STRING, text).isEmpty()) {
      assertThat(Json.read(ValueType.STRING, Json.write(ValueType.STRING, text))).isEqualTo(text);
    } else {
      // PostgreSQL's encoder would replace a lone surrogate, and its server refuse NUL.
      var utf8 = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      assertThat(text.indexOf(0) >= 0 || !utf8.equals(text)).isTrue();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\u0000\uD834\uDD1E\uFFFF\"\\\n ü").ofMaxLength(6);
  }
}
