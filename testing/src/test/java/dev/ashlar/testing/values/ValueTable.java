package dev.ashlar.testing.values;

import dev.ashlar.model.query.Expr.Match.How;
import dev.ashlar.model.value.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// The table of `docs/values.md` as data: what a value is equal to, what it comes before, what is
/// in a text, what is kept of a value, and what is not kept at all.
final class ValueTable {
  private ValueTable() {}

  /// Values of one type from the least to the greatest; those on one rung are equal.
  record Ladder(String name, ValueType type, List<List<Object>> rungs) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// Whether a text has another in it.
  record Matching(String text, How how, String part, boolean expected) {}

  /// What is kept of a value that is given.
  record Kept(ValueType type, Object given, Object kept) {
    @Override
    public String toString() {
      return type.kind() + " " + given;
    }
  }

  /// A value that no database keeps.
  record Refused(ValueType type, Object given) {
    @Override
    public String toString() {
      return type.kind().name();
    }
  }

  static final ValueType SUIT = ValueType.enumeration(Suit.class);

  // ---- equality and order ----

  static final List<Ladder> LADDERS =
      List.of(
          new Ladder(
              "uuid",
              ValueType.UUID,
              each(
                  UUID.fromString("00000000-0000-0000-0000-000000000000"),
                  UUID.fromString("00000000-0000-0000-7fff-ffffffffffff"),
                  UUID.fromString("00000000-0000-0000-8000-000000000000"),
                  UUID.fromString("7fffffff-ffff-7fff-bfff-ffffffffffff"),
                  UUID.fromString("80000000-0000-7000-8000-000000000000"),
                  UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"))),
          new Ladder(
              "text",
              ValueType.STRING,
              each(
                  "",
                  "\u0001",
                  "\n",
                  " ",
                  "%",
                  "'",
                  "0",
                  "10",
                  "9",
                  "A",
                  "B",
                  "Z",
                  "\\",
                  "_",
                  "a",
                  "a ",
                  "aA",
                  "aa",
                  "a\u0308",
                  "b",
                  "null",
                  "z",
                  "\u00c4",
                  "\u00df",
                  "\u00e4",
                  "\u0130",
                  "\u0131",
                  "\u1e9e",
                  "\u212a",
                  "\uffee",
                  "\ufffd",
                  "\ud835\udd18",
                  "\udbff\udffd")),
          new Ladder("bool", ValueType.BOOLEAN, each(false, true)),
          new Ladder("int8", ValueType.BYTE, each(-128, -1, 0, 127)),
          new Ladder("int16", ValueType.SHORT, each(-32768, -129, 0, 128, 32767)),
          new Ladder(
              "int32", ValueType.INT, each(Integer.MIN_VALUE, -1, 0, 9, 10, Integer.MAX_VALUE)),
          new Ladder(
              "int64",
              ValueType.LONG,
              each(
                  Long.MIN_VALUE,
                  -9_007_199_254_740_993L,
                  -9_007_199_254_740_992L,
                  0L,
                  9_007_199_254_740_992L,
                  9_007_199_254_740_993L,
                  Long.MAX_VALUE)),
          new Ladder(
              "float32",
              ValueType.FLOAT,
              List.of(
                  List.of(-Float.MAX_VALUE),
                  List.of(-0.0f, 0.0f),
                  List.of(Float.MIN_VALUE),
                  List.of(0.1f, 0.1),
                  List.of(0.3f),
                  List.of(Float.MAX_VALUE))),
          new Ladder(
              "float64",
              ValueType.DOUBLE,
              List.of(
                  List.of(-Double.MAX_VALUE),
                  List.of(-1.5),
                  List.of(-0.0, 0.0),
                  List.of(Double.MIN_VALUE),
                  List.of(0.1),
                  List.of(0.1 + 0.2 - 0.2),
                  List.of(Double.MAX_VALUE))),
          new Ladder(
              "decimal",
              ValueType.DECIMAL,
              List.of(
                  List.of(new BigDecimal("-" + "9".repeat(1000))),
                  List.of(new BigDecimal("-10"), new BigDecimal("-10.00")),
                  List.of(new BigDecimal("-9.5")),
                  List.of(new BigDecimal("0"), new BigDecimal("0.000"), new BigDecimal("0E+3")),
                  List.of(new BigDecimal("0." + "0".repeat(999) + "1")),
                  List.of(new BigDecimal("1"), new BigDecimal("1.0"), new BigDecimal("1.00")),
                  List.of(new BigDecimal("1.0000000000000000000001")),
                  List.of(new BigDecimal("9")),
                  List.of(new BigDecimal("10")),
                  List.of(new BigDecimal("100"), new BigDecimal("1E+2")),
                  List.of(new BigDecimal("9007199254740993.1")),
                  List.of(new BigDecimal("9007199254740993.2")),
                  List.of(new BigDecimal("1e999")))),
          new Ladder(
              "integer",
              ValueType.INTEGER,
              each(
                  BigInteger.TEN.pow(999).negate(),
                  BigInteger.TEN.negate(),
                  BigInteger.valueOf(-9),
                  BigInteger.ZERO,
                  BigInteger.valueOf(9),
                  BigInteger.TEN,
                  BigInteger.TWO.pow(64),
                  BigInteger.TWO.pow(64).add(BigInteger.ONE))),
          new Ladder("suit", SUIT, each(Suit.CLUBS, Suit.DIAMONDS, Suit.HEARTS, Suit.SPADES)),
          new Ladder(
              "instant",
              ValueType.INSTANT,
              List.of(
                  List.of(Instant.parse("0001-01-01T00:00:00Z")),
                  List.of(Instant.parse("1582-10-10T00:00:00Z")),
                  List.of(
                      Instant.parse("1969-12-31T23:59:59.999998Z"),
                      Instant.parse("1969-12-31T23:59:59.999998999Z")),
                  List.of(Instant.parse("1969-12-31T23:59:59.999999Z")),
                  List.of(Instant.EPOCH, Instant.EPOCH.plusNanos(999)),
                  List.of(Instant.EPOCH.plusNanos(1_000)),
                  List.of(
                      Instant.parse("2026-03-29T01:30:00Z"),
                      Instant.parse("2026-03-29T03:30:00+02:00")),
                  List.of(Instant.parse("9999-12-31T23:59:59.999999Z")))),
          new Ladder(
              "date",
              ValueType.DATE,
              each(
                  LocalDate.of(1, 1, 1),
                  LocalDate.of(1582, 10, 10),
                  LocalDate.of(1969, 12, 31),
                  LocalDate.of(2024, 2, 29),
                  LocalDate.of(2024, 3, 1),
                  LocalDate.of(9999, 12, 31))),
          new Ladder(
              "time",
              ValueType.TIME,
              List.of(
                  List.of(LocalTime.MIDNIGHT, LocalTime.ofNanoOfDay(999)),
                  List.of(LocalTime.ofNanoOfDay(1_000)),
                  List.of(LocalTime.NOON),
                  List.of(LocalTime.MAX))),
          new Ladder(
              "date_time",
              ValueType.DATE_TIME,
              List.of(
                  List.of(LocalDateTime.parse("0001-01-01T00:00:00")),
                  List.of(LocalDateTime.parse("1969-12-31T23:59:59.999999")),
                  List.of(
                      LocalDateTime.parse("2026-03-29T02:30:00"),
                      LocalDateTime.parse("2026-03-29T02:30:00.000000999")),
                  List.of(LocalDateTime.parse("2026-03-29T02:30:00.000001")),
                  List.of(LocalDateTime.parse("9999-12-31T23:59:59.999999")))),
          new Ladder(
              "duration",
              ValueType.DURATION,
              List.of(
                  List.of(Duration.ofDays(365L * 292_000).negated()),
                  List.of(Duration.ofSeconds(-1)),
                  List.of(Duration.ZERO, Duration.ofNanos(999)),
                  List.of(Duration.ofNanos(1_000)),
                  List.of(Duration.ofMinutes(90), Duration.parse("PT1H30M")),
                  List.of(Duration.ofDays(1), Duration.ofHours(24)),
                  List.of(Duration.ofDays(365L * 292_000)))),
          new Ladder(
              "bytes",
              ValueType.BYTES,
              each(
                  new byte[0],
                  new byte[] {0},
                  new byte[] {0, 0},
                  new byte[] {39},
                  new byte[] {127},
                  new byte[] {-128},
                  new byte[] {-1},
                  new byte[] {-1, 0})));

  private static List<List<Object>> each(Object... values) {
    return Arrays.stream(values).map(List::of).toList();
  }

  // ---- what is in a text ----

  static final List<Matching> MATCHINGS =
      List.of(
          // The empty text is in every text, and begins and ends it.
          new Matching("", How.CONTAINS, "", true),
          new Matching("abc", How.CONTAINS, "", true),
          new Matching("abc", How.STARTS_WITH, "", true),
          new Matching("abc", How.ENDS_WITH, "", true),
          new Matching("abc", How.CONTAINS_ANY_CASE, "", true),
          new Matching("", How.CONTAINS, "a", false),
          // Where.
          new Matching("abc", How.CONTAINS, "b", true),
          new Matching("abc", How.STARTS_WITH, "ab", true),
          new Matching("abc", How.STARTS_WITH, "bc", false),
          new Matching("abc", How.ENDS_WITH, "bc", true),
          new Matching("abc", How.ENDS_WITH, "ab", false),
          new Matching("abc", How.CONTAINS, "abcd", false),
          // Case counts, save where it is said not to, and there from A to Z alone.
          new Matching("Deploy", How.CONTAINS, "deploy", false),
          new Matching("Deploy", How.STARTS_WITH, "D", true),
          new Matching("Deploy", How.STARTS_WITH, "d", false),
          new Matching("Deploy", How.ENDS_WITH, "Y", false),
          new Matching("re-DEPLOY it", How.CONTAINS_ANY_CASE, "dePloY", true),
          new Matching("Äpfel", How.CONTAINS_ANY_CASE, "äpfel", false),
          new Matching("Äpfel", How.CONTAINS_ANY_CASE, "ÄPFEL", true),
          new Matching("İstanbul", How.CONTAINS_ANY_CASE, "istanbul", false),
          new Matching("straße", How.CONTAINS_ANY_CASE, "STRASSE", false),
          new Matching("\u212a", How.CONTAINS_ANY_CASE, "k", false),
          new Matching("\u017f", How.CONTAINS_ANY_CASE, "S", false),
          // No sign of SQL's, of a shell's or of a pattern's means anything.
          new Matching("abc", How.CONTAINS, "%", false),
          new Matching("abc", How.CONTAINS, "a_c", false),
          new Matching("abc", How.CONTAINS_ANY_CASE, "a%c", false),
          new Matching("100%", How.ENDS_WITH, "0%", true),
          new Matching("a_c", How.STARTS_WITH, "a_", true),
          new Matching("abc", How.STARTS_WITH, "a*", false),
          new Matching("abc", How.CONTAINS, "[b]", false),
          new Matching("abc", How.CONTAINS, "?", false),
          new Matching("a\\b", How.CONTAINS, "\\", true),
          new Matching("a\\%b", How.CONTAINS, "\\%", true),
          new Matching("a%b", How.CONTAINS, "\\%", false),
          new Matching("O'Reilly", How.CONTAINS, "'", true),
          new Matching("a\nb", How.CONTAINS, "a\nb", true),
          new Matching("a\nb", How.ENDS_WITH, "b", true),
          // Characters are not normalised; those of two halves are one.
          new Matching("é", How.CONTAINS, "e\u0301", false),
          new Matching("e\u0301", How.CONTAINS, "e", true),
          new Matching("\ud83d\ude80!", How.STARTS_WITH, "\ud83d\ude80", true),
          new Matching("\ud83d\ude80!", How.CONTAINS, "\ud83d\ude81", false),
          new Matching("a b ", How.ENDS_WITH, "b", false),
          new Matching("a b ", How.ENDS_WITH, "b ", true));

  // ---- what is kept ----

  static final List<Kept> KEPT =
      List.of(
          new Kept(ValueType.STRING, "", ""),
          new Kept(ValueType.STRING, " a ", " a "),
          new Kept(ValueType.STRING, "e\u0301", "e\u0301"),
          new Kept(ValueType.STRING, "\udbff\udfff\u0001", "\udbff\udfff\u0001"),
          new Kept(ValueType.SHORT, (short) -3, -3),
          new Kept(ValueType.DOUBLE, -0.0, 0.0),
          new Kept(ValueType.DOUBLE, Double.MIN_VALUE, Double.MIN_VALUE),
          new Kept(ValueType.FLOAT, 0.1f, 0.1),
          new Kept(ValueType.DECIMAL, new BigDecimal("1E+2"), new BigDecimal("100")),
          new Kept(
              ValueType.DECIMAL,
              new BigDecimal("9".repeat(1000) + "." + "9".repeat(1000)),
              new BigDecimal("9".repeat(1000) + "." + "9".repeat(1000))),
          new Kept(ValueType.INTEGER, BigInteger.TEN.pow(999), BigInteger.TEN.pow(999)),
          new Kept(
              ValueType.INSTANT,
              Instant.parse("2026-03-01T12:00:00.123456789Z"),
              Instant.parse("2026-03-01T12:00:00.123456Z")),
          new Kept(
              ValueType.INSTANT,
              Instant.parse("1969-12-31T23:59:59.999999999Z"),
              Instant.parse("1969-12-31T23:59:59.999999Z")),
          new Kept(
              ValueType.TIME,
              LocalTime.parse("23:59:59.999999999"),
              LocalTime.parse("23:59:59.999999")),
          new Kept(
              ValueType.DATE_TIME,
              LocalDateTime.parse("9999-12-31T23:59:59.999999999"),
              LocalDateTime.parse("9999-12-31T23:59:59.999999")),
          new Kept(ValueType.DURATION, Duration.ofNanos(1_999), Duration.ofNanos(1_000)),
          new Kept(SUIT, Suit.HEARTS, "HEARTS"),
          new Kept(ValueType.BYTES, new byte[0], new byte[0]));

  // ---- what is refused ----

  static final List<Refused> REFUSED =
      List.of(
          new Refused(ValueType.STRING, "a\u0000"),
          new Refused(ValueType.STRING, "\ud83d"),
          new Refused(ValueType.STRING, "\ude80\ud83d"),
          new Refused(ValueType.DOUBLE, Double.NaN),
          new Refused(ValueType.DOUBLE, Double.POSITIVE_INFINITY),
          new Refused(ValueType.FLOAT, Float.NEGATIVE_INFINITY),
          new Refused(ValueType.DECIMAL, new BigDecimal("1e1000")),
          new Refused(ValueType.DECIMAL, new BigDecimal("1e-1001")),
          new Refused(ValueType.INTEGER, BigInteger.TEN.pow(1000)),
          new Refused(ValueType.INSTANT, Instant.parse("+10000-01-01T00:00:00Z")),
          new Refused(ValueType.INSTANT, Instant.parse("0000-12-31T23:59:59Z")),
          new Refused(ValueType.DATE, LocalDate.of(0, 1, 1)),
          new Refused(ValueType.DATE, LocalDate.of(10_000, 1, 1)),
          new Refused(ValueType.DATE_TIME, LocalDateTime.of(10_000, 1, 1, 0, 0)),
          new Refused(ValueType.DURATION, Duration.ofDays(365L * 300_000)),
          new Refused(SUIT, "COINS"));
}
