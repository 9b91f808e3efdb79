package dev.ashlar.benchmarks.compare;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Loads a contender until its throughput no longer rises or falls.
final class WarmUp {

  private static final Duration STEP = Duration.ofSeconds(3);
  private static final int STEPS = 3;
  private static final double TOLERANCE = 0.05;

  private final List<Double> rates = new ArrayList<>();

  private WarmUp() {}

  /// How a warm-up went.
  ///
  /// @param steady whether the throughput had settled when it ended
  /// @param perSecond the requests answered in each second of the last stretch
  record Outcome(boolean steady, long seconds, double perSecond) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s after %d s, %.0f req/s",
          steady ? "steady" : "NOT steady",
          seconds,
          perSecond);
    }
  }

  /// Warms up until the throughput is steady and the time is long enough, or is up.
  static Outcome run(Load load, Duration atLeast, Duration atMost) throws IOException {
    WarmUp warmUp = new WarmUp();
    long start = System.nanoTime();
    while (true) {
      warmUp.add(load.run(STEP));
      Duration spent = Duration.ofNanos(System.nanoTime() - start);
      boolean steady = warmUp.steady();
      if (spent.compareTo(atMost) >= 0 || (steady && spent.compareTo(atLeast) >= 0)) {
        return new Outcome(steady, spent.toSeconds(), warmUp.rates.getLast());
      }
    }
  }

  private void add(Load.Window window) {
    if (window.errors() > 0) {
      throw new LoadException(
          "%d of %d answers were not as expected; one had status %d."
              .formatted(window.errors(), window.requests(), window.wrongStatus()));
    }
    rates.add(window.perSecond());
  }

  private boolean steady() {
    if (rates.size() < STEPS) {
      return false;
    }
    List<Double> last = rates.subList(rates.size() - STEPS, rates.size());
    double lowest = last.stream().mapToDouble(it -> it).min().orElseThrow();
    double highest = last.stream().mapToDouble(it -> it).max().orElseThrow();
    return highest - lowest <= TOLERANCE * highest;
  }
}
