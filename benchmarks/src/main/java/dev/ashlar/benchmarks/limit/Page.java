package dev.ashlar.benchmarks.limit;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of rows, and where the next one begins if there is one.
record Page<T>(List<T> items, @Nullable String next) {

  /// Cuts a result that was asked for one row more than the page holds.
  static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursor.apply(items.getLast()).encode());
  }
}
