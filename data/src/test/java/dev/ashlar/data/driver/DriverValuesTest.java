package dev.ashlar.data.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every driver keeps, compares and orders values alike.
@OnEveryDatabase
final class DriverValuesTest extends DriverFixture {
  DriverValuesTest(TestDatabase database) {
    super(database);
  }

  private static final ValueType JSON =
      new ValueType(ValueType.Kind.JSON, List.class, List.of(), Optional.<JsonCodec<?>>empty());
  private static final ValueType ENUM =
      new ValueType(ValueType.Kind.ENUM, String.class, List.of("OPEN", "DONE"), Optional.empty());

  record Sample(ValueType type, List<Object> values) {
    @Override
    public String toString() {
      return type.kind().name();
    }
  }

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            ValueType.UUID,
            List.of(
                new UUID(0, 0),
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
                new UUID(-1, -1))),
        new Sample(
            ValueType.STRING,
            List.of(
                "",
                "plain",
                "O'Reilly \"; DROP TABLE x; --",
                "\uD83D\uDE80 \u00fc \u0001 \\ %_ $1 ?",
                "x".repeat(100_000))),
        new Sample(ValueType.BOOLEAN, List.of(true, false)),
        new Sample(ValueType.INT, List.of(0, Integer.MIN_VALUE, Integer.MAX_VALUE)),
        new Sample(ValueType.LONG, List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE)),
        new Sample(
            ValueType.DOUBLE, List.of(0.0, 0.1, -1.5e300, Double.MIN_VALUE, Double.MAX_VALUE)),
        new Sample(
            ValueType.DECIMAL,
            List.of(
                BigDecimal.ZERO,
                new BigDecimal("10.50"),
                new BigDecimal("-1234567890123456789012345678901234567.890"),
                new BigDecimal("0.0000000000000000000000000000000000000001"))),
        new Sample(
            ValueType.INTEGER,
            List.of(BigInteger.ZERO, BigInteger.TEN.pow(40), BigInteger.TWO.pow(200).negate())),
        new Sample(ENUM, List.of("OPEN", "DONE")),
        new Sample(
            ValueType.INSTANT,
            List.of(
                Instant.EPOCH,
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("2026-03-29T01:30:00.000001Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"))),
        new Sample(
            ValueType.DATE,
            List.of(LocalDate.of(1, 1, 1), LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31))),
        new Sample(ValueType.TIME, List.of(LocalTime.MIDNIGHT, LocalTime.parse("23:59:59.999999"))),
        new Sample(
            ValueType.DATE_TIME,
            List.of(
                LocalDateTime.parse("0001-01-01T00:00:00"),
                LocalDateTime.parse("1960-06-01T12:00:00.000001"),
                LocalDateTime.parse("9999-12-31T23:59:59.999999"))),
        new Sample(
            ValueType.DURATION,
            List.of(
                Duration.ZERO, Duration.ofNanos(-1_000), Duration.ofDays(40_000).plusNanos(5_000))),
        new Sample(
            ValueType.BYTES,
            List.of(new byte[0], new byte[] {0, -1, 127, -128, 39}, new byte[100_000])),
        new Sample(JSON, List.of("{\"a\": [1, null, \"\u00fc'\"]}", "[]")));
  }

  static Stream<Sample> comparableSamples() {
    return samples().filter(sample -> sample.type().comparable());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void keepsValuesOfEveryKind(Sample sample) {
    String table = table(sample.type());
    Statement insert = insert(table, sample.type());
    int id = 0;
    for (Object value : sample.values()) {
      assertThat(await(driver().change(insert, values(id++, value)))).isEqualTo(1);
    }
    await(driver().change(insert, values(id, null)));

    List<Row> rows = await(driver().rows(select(table, sample.type()), values()));

    assertThat(rows).hasSize(sample.values().size() + 1);
    for (int i = 0; i < sample.values().size(); i++) {
      assertThat(rows.get(i).value(0)).isEqualTo(sample.values().get(i));
    }
    assertThat(rows.getLast().value(0)).isNull();
    assertThat(rows.getLast().isNull(0)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("comparableSamples")
  void findsValuesOfEveryKindAmongMany(Sample sample) {
    String table = table(sample.type());
    await(driver().batch(insert(table, sample.type()), numbered(sample.values())));
    var member =
        new Statement(
            "SELECT id FROM %s WHERE %s"
                .formatted(
                    table,
                    engine()
                        .dialect()
                        .member(
                            "value",
                            engine().dialect().place(1, sample.type(), true),
                            sample.type())),
            List.of(new Parameter(sample.type(), true)),
            List.of(ValueType.INT));

    assertThat(await(driver().rows(member, values(sample.values()))))
        .hasSize(sample.values().size());
    assertThat(await(driver().rows(member, values(sample.values().subList(0, 1))))).hasSize(1);
    assertThat(await(driver().rows(member, values(List.of())))).isEmpty();
  }

  @Test
  void comparesDecimalsByNumber() {
    String table = table(ValueType.DECIMAL);
    var decimals = Stream.of("10", "9", "-3", "1.00", "0.5").map(BigDecimal::new);
    await(
        driver()
            .batch(
                insert(table, ValueType.DECIMAL),
                numbered(decimals.map(Object.class::cast).toList())));
    var sorted =
        new Statement(
            "SELECT value FROM %s ORDER BY value".formatted(table),
            List.of(),
            List.of(ValueType.DECIMAL));
    var equal =
        new Statement(
            "SELECT id FROM %s WHERE value = %s".formatted(table, place(1, ValueType.DECIMAL)),
            List.of(one(ValueType.DECIMAL)),
            List.of(ValueType.INT));

    assertThat(
            await(driver().rows(sorted, values())).stream().map(row -> row.decimal(0).toString()))
        .containsExactly("-3", "0.5", "1.00", "9", "10");
    assertThat(await(driver().rows(equal, values(new BigDecimal("1.0"))))).hasSize(1);
  }

  @Test
  void ordersUuidsAsUnsignedBytes() {
    String table = table(ValueType.UUID);
    var low = new UUID(1, 1);
    var high = new UUID(-1, 1);
    await(driver().batch(insert(table, ValueType.UUID), numbered(List.of(high, low))));
    var sorted =
        new Statement(
            "SELECT value FROM %s ORDER BY value".formatted(table),
            List.of(),
            List.of(ValueType.UUID));

    assertThat(await(driver().rows(sorted, values())).stream().map(row -> row.uuid(0)))
        .containsExactly(low, high);
  }

  @Test
  void tellsWhichValueDoesNotFit() {
    String table = table(ValueType.INT);

    assertThat(failure(driver().change(insert(table, ValueType.INT), values(1, "one"))))
        .isInstanceOf(DataException.Faulty.class);
    assertThat(failure(driver().change(insert(table, ValueType.INT), values(1))))
        .isInstanceOf(DataException.Faulty.class)
        .hasMessageContaining("takes 2 values, but 1");
    assertThat(counted(driver(), table)).isZero();
  }
}
