package dev.ashlar.testing.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class SettableClockTest {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private final SettableClock clock = SettableClock.at(START);

  @Test
  void standsStill() {
    assertThat(clock.instant()).isEqualTo(START);
    assertThat(clock.millis()).isEqualTo(START.toEpochMilli());
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void movesForwardAndBack() {
    clock.advance(Duration.ofMinutes(3));
    assertThat(clock.instant()).isEqualTo("2026-01-31T12:03:00Z");

    clock.set(START.minusSeconds(1));
    assertThat(clock.instant()).isEqualTo("2026-01-31T11:59:59Z");
  }

  @Test
  void movesTogetherInAllZones() {
    var inRome = clock.withZone(ZoneId.of("Europe/Rome"));

    clock.advance(Duration.ofHours(1));

    assertThat(inRome.instant()).isEqualTo("2026-01-31T13:00:00Z");
    assertThat(inRome.getZone()).isEqualTo(ZoneId.of("Europe/Rome"));
  }
}
