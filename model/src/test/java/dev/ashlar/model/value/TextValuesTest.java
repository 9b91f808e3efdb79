package dev.ashlar.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextValuesTest {
  private enum Colour {
    RED
  }

  @Test
  void readsEveryKind() {
    reads(ValueType.STRING, " a ", " a ");
    reads(ValueType.BOOLEAN, "true", true);
    reads(ValueType.BYTE, "-128", -128);
    reads(ValueType.SHORT, "32767", 32767);
    reads(ValueType.INT, "-1", -1);
    reads(ValueType.LONG, "9223372036854775807", Long.MAX_VALUE);
    reads(ValueType.FLOAT, "0.1", 0.1);
    reads(ValueType.DOUBLE, "-1.5e3", -1500.0);
    reads(ValueType.DOUBLE, "-0", 0.0);
    reads(ValueType.DECIMAL, "1.50", new BigDecimal("1.50"));
    reads(ValueType.INTEGER, "-12", BigInteger.valueOf(-12));
    reads(ValueType.enumeration(Colour.class), "RED", "RED");
    reads(
        ValueType.UUID,
        "0199b5a2-7c1e-7f00-8000-00805f9b34fb",
        UUID.fromString("0199b5a2-7c1e-7f00-8000-00805f9b34fb"));
    reads(ValueType.INSTANT, "2026-03-01T13:30:00+01:00", Instant.parse("2026-03-01T12:30:00Z"));
    reads(ValueType.DATE, "2026-03-01", LocalDate.of(2026, 3, 1));
    reads(ValueType.TIME, "12:30", LocalTime.of(12, 30));
    reads(ValueType.DATE_TIME, "2026-03-01T12:30:00", LocalDateTime.of(2026, 3, 1, 12, 30));
    reads(ValueType.DURATION, "PT1H", Duration.ofHours(1));
    assertThat((byte[]) TextValues.read(ValueType.BYTES, "aGk=")).containsExactly('h', 'i');
  }

  private static void reads(ValueType type, String text, Object expected) {
    assertThat(TextValues.read(type, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'',found nothing",
    "1.5,\"1.5\"",
    "+1,\"+1\"",
    "99999999999,\"99999999999\"",
    "-,\"-\""
  })
  void saysWhatItFound(String text, String found) {
    assertThatThrownBy(() -> TextValues.read(ValueType.INT, text))
        .isInstanceOf(JsonMismatch.class)
        .hasMessageStartingWith("Expected a whole number from -2147483648 to 2147483647, found")
        .hasMessageContaining(found);
  }

  @Test
  void findsNoKeyInAnotherText() {
    assertThat(TextValues.uuid("0199b5a2-7c1e-7f00-8000-00805f9b34fg")).isEmpty();
    assertThat(TextValues.uuid("1-1-1-1-1")).isEmpty();
    assertThat(TextValues.uuid("")).isEmpty();
  }
}
