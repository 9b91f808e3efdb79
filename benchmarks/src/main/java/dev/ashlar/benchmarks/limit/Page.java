package dev.ashlar.benchmarks.limit;

import java.util.List;

/// One page of rows, and whether another one follows.
record Page<T>(List<T> items, boolean more) {

  /// Cuts a result that was asked for one row more than the page holds.
  static <T> Page<T> of(List<T> rows, int limit) {
    return rows.size() > limit ? new Page<>(rows.subList(0, limit), true) : new Page<>(rows, false);
  }
}
