package dev.ashlar.model.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.Constraint.AtLeast;
import dev.ashlar.model.value.Constraint.AtMost;
import dev.ashlar.model.value.Constraint.Digits;
import dev.ashlar.model.value.Constraint.Email;
import dev.ashlar.model.value.Constraint.Future;
import dev.ashlar.model.value.Constraint.Is;
import dev.ashlar.model.value.Constraint.Matches;
import dev.ashlar.model.value.Constraint.NotBlank;
import dev.ashlar.model.value.Constraint.Past;
import dev.ashlar.model.value.Constraint.Size;
import dev.ashlar.model.value.JsonCodecs;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConstraintsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ValueType TAGS =
      ValueType.json(List.class, JsonCodecs.listOf(JsonCodecs.STRING));

  private record Thing() {}

  private static List<Violation> check(ColumnSpec spec, @Nullable Object stored) {
    var found = new ArrayList<Violation>();
    Constraints.check(new Column<>(Thing.class, spec, _ -> null), stored, NOW, found::add);
    return found;
  }

  private static List<Violation> check(
      ValueType type, @Nullable Object stored, Constraint... constraints) {
    return check(ColumnSpec.of("it", "it", type).held(constraints), stored);
  }

  private static Arguments fault(
      ValueType type, Object stored, Constraint constraint, String code, String message) {
    return Arguments.of(type, stored, constraint, code, message);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        fault(
            ValueType.STRING,
            "",
            new NotBlank(),
            "not_blank",
            "Expected a text that is not blank, found an empty one."),
        fault(
            ValueType.STRING,
            " \t\u2003",
            new NotBlank(),
            "not_blank",
            "Expected a text that is not blank, found white space alone."),
        fault(
            ValueType.STRING,
            "abcd",
            new Size(0, 3),
            "size",
            "Expected at most 3 characters, found 4."),
        fault(
            ValueType.STRING,
            "",
            new Size(1, Integer.MAX_VALUE),
            "size",
            "Expected at least 1 characters, found 0."),
        fault(
            ValueType.BYTES,
            new byte[3],
            new Size(4, 4),
            "size",
            "Expected exactly 4 bytes, found 3."),
        fault(TAGS, "[\"a\"]", new Size(2, 5), "size", "Expected from 2 to 5 elements, found 1."),
        fault(ValueType.INT, -1, atLeast("0", true), "min", "Expected at least 0, found -1."),
        fault(ValueType.LONG, 0L, atLeast("0", false), "min", "Expected more than 0, found 0."),
        fault(
            ValueType.DECIMAL,
            new BigDecimal("5.01"),
            atMost("5", true),
            "max",
            "Expected at most 5, found 5.01."),
        fault(
            ValueType.INTEGER,
            BigInteger.TEN,
            atMost("10", false),
            "max",
            "Expected less than 10, found 10."),
        fault(
            ValueType.DOUBLE, 0.6, atMost("0.5", true), "max", "Expected at most 0.5, found 0.6."),
        fault(
            ValueType.DECIMAL,
            new BigDecimal("123.456"),
            new Digits(3, 2),
            "digits",
            "Expected at most 3 digits before the point and 2 after it, found 123.456."),
        fault(
            ValueType.INT,
            1000,
            new Digits(3, 2),
            "digits",
            "Expected at most 3 digits before the point and 2 after it, found 1000."),
        fault(
            ValueType.STRING,
            "AB1",
            new Matches(Pattern.compile("[a-z]+")),
            "pattern",
            "Expected a text that matches [a-z]+, found \"AB1\"."),
        fault(
            ValueType.STRING,
            "nobody",
            new Email(),
            "email",
            "Expected an e-mail address such as name@example.com, found \"nobody\"."),
        fault(
            ValueType.INSTANT,
            NOW,
            new Past(false),
            "past",
            "Expected a time before now, found 2026-03-01T12:00:00Z."),
        fault(
            ValueType.DATE,
            LocalDate.of(2026, 3, 2),
            new Past(true),
            "past",
            "Expected a time before now or now, found 2026-03-02."),
        fault(
            ValueType.DATE_TIME,
            LocalDateTime.of(2026, 3, 1, 12, 0),
            new Future(false),
            "future",
            "Expected a time after now, found 2026-03-01T12:00."),
        fault(
            ValueType.BOOLEAN, false, new Is(true), "must_be_true", "Expected true, found false."));
  }

  private static AtLeast atLeast(String bound, boolean inclusive) {
    return new AtLeast(new BigDecimal(bound), inclusive);
  }

  private static AtMost atMost(String bound, boolean inclusive) {
    return new AtMost(new BigDecimal(bound), inclusive);
  }

  @ParameterizedTest
  @MethodSource
  void broken(ValueType type, Object stored, Constraint constraint, String code, String message) {
    assertThat(check(type, stored, constraint))
        .containsExactly(new Violation("/it", code, message));
  }

  static Stream<Arguments> kept() {
    return Stream.of(
        Arguments.of(ValueType.STRING, "a", new NotBlank()),
        Arguments.of(ValueType.STRING, "𝄞𝄞𝄞", new Size(0, 3)),
        Arguments.of(ValueType.BYTES, new byte[4], new Size(4, 4)),
        Arguments.of(TAGS, "[\"a\",\"b\"]", new Size(2, 2)),
        Arguments.of(ValueType.INT, 0, atLeast("0", true)),
        Arguments.of(ValueType.DECIMAL, new BigDecimal("5.00"), atMost("5", true)),
        Arguments.of(ValueType.DECIMAL, new BigDecimal("123.4500"), new Digits(3, 2)),
        Arguments.of(ValueType.STRING, "abc", new Matches(Pattern.compile("[a-z]+"))),
        Arguments.of(ValueType.STRING, "a.b+c@sub.example.com", new Email()),
        Arguments.of(ValueType.INSTANT, NOW, new Past(true)),
        Arguments.of(ValueType.DATE, LocalDate.of(2026, 3, 1), new Future(true)),
        Arguments.of(ValueType.BOOLEAN, false, new Is(false)));
  }

  @ParameterizedTest
  @MethodSource
  void kept(ValueType type, Object stored, Constraint constraint) {
    assertThat(check(type, stored, constraint)).isEmpty();
  }

  @Test
  void allBrokenConstraintsAreReported() {
    assertThat(check(ValueType.STRING, "  ", new NotBlank(), new Size(3, 9), new Email()))
        .extracting(Violation::code)
        .containsExactly("not_blank", "size", "email");
  }

  @Test
  void nullIsWrongWhereAValueIsRequired() {
    assertThat(check(ValueType.STRING, null, new NotBlank()))
        .containsExactly(new Violation("/it", "required", "Expected a value, found none."));
    assertThat(
            check(ColumnSpec.of("it", "it", ValueType.STRING).held(new NotBlank()).orNull(), null))
        .isEmpty();
  }

  @Test
  void referenceIsNamedAsOnTheWire() {
    assertThat(check(ColumnSpec.reference("project", "project_id", Thing.class), null))
        .extracting(Violation::pointer)
        .containsExactly("/projectId");
  }

  static Stream<Arguments> unstorable() {
    return Stream.of(
        Arguments.of(ValueType.STRING, "a\u0000"),
        Arguments.of(ValueType.STRING, "\uD834"),
        Arguments.of(ValueType.DOUBLE, Double.NaN),
        Arguments.of(ValueType.DECIMAL, new BigDecimal("1E+1000")),
        Arguments.of(ValueType.INTEGER, BigInteger.TEN.pow(1000)),
        Arguments.of(ValueType.INSTANT, Instant.parse("+10000-01-01T00:00:00Z")),
        Arguments.of(ValueType.DATE, LocalDate.of(0, 1, 1)),
        Arguments.of(ValueType.DATE_TIME, LocalDateTime.of(10_000, 1, 1, 0, 0)),
        Arguments.of(ValueType.DURATION, Duration.ofSeconds(Long.MIN_VALUE)),
        Arguments.of(ValueType.enumeration(DayOfWeek.class), "SOMEDAY"));
  }

  @ParameterizedTest
  @MethodSource
  void unstorable(ValueType type, Object stored) {
    assertThat(check(type, stored)).extracting(Violation::code).containsExactly("invalid_value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@example.com",
        "a@",
        "a b@example.com",
        "a@-example.com",
        "a@example..com",
        "a@example.com\n",
        "a@b@c"
      })
  void addressesOfAnotherFormAreRefused(String address) {
    assertThat(check(ValueType.STRING, address, new Email())).hasSize(1);
  }

  @Test
  void longValuesAreNotRepeated() {
    assertThat(check(ValueType.STRING, "x".repeat(500), new Email()))
        .extracting(Violation::message)
        .containsExactly(
            "Expected an e-mail address such as name@example.com, found \"%s…\"."
                .formatted("x".repeat(40)));
  }
}
