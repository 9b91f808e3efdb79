package dev.ashlar.testing.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it. It may be moved and read from several threads.
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /// A clock that shows this instant, in UTC.
  public static SettableClock at(Instant start) {
    return new SettableClock(new AtomicReference<>(start), ZoneOffset.UTC);
  }

  /// A clock that shows an ISO-8601 instant such as `2026-01-31T12:00:00Z`, in UTC.
  public static SettableClock at(String start) {
    return at(Instant.parse(start));
  }

  /// Moves the clock to an instant, which may lie in its past.
  public void set(Instant instant) {
    now.set(instant);
  }

  /// Moves the clock forward, or back where the duration is negative.
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /// The same clock seen from another zone: moving either moves both.
  @Override
  public SettableClock withZone(ZoneId other) {
    return new SettableClock(now, other);
  }

  @Override
  public String toString() {
    return "SettableClock[" + now.get() + "]";
  }
}
