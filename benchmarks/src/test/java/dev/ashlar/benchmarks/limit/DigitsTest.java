package dev.ashlar.benchmarks.limit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DigitsTest {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  @Property
  void idsAreWrittenAsTheJdkWritesThem(@ForAll long high, @ForAll long low) {
    var id = new UUID(high, low);
    byte[] out = new byte[Digits.ID_LENGTH + 1];

    Digits.uuid(id, out, 1);

    assertThat(new String(out, 1, Digits.ID_LENGTH, US_ASCII)).isEqualTo(id.toString());
  }

  /// From the year 1 to the end of 9999.
  @Property
  void timesAreWrittenAsTheJdkFormatsThem(
      @ForAll @LongRange(min = -62_135_596_800_000_000L, max = 253_402_300_799_999_999L)
          long micros) {
    byte[] out = new byte[Digits.INSTANT_LENGTH + 1];

    Digits.instant(micros, out, 1);

    assertThat(new String(out, 1, Digits.INSTANT_LENGTH, US_ASCII))
        .isEqualTo(ISO.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS)));
  }
}
