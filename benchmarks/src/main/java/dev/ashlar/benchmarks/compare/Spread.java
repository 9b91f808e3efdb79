package dev.ashlar.benchmarks.compare;

import java.util.Arrays;
import java.util.Locale;

/// The median of some figures, and the least and the greatest of them.
record Spread(double median, double least, double greatest) {

  static Spread of(double... figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /// As `0.712 (0.690–0.731)`.
  String text() {
    return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", median, least, greatest);
  }
}
