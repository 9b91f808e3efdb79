package dev.ashlar.data.sqlite;

import dev.ashlar.model.value.Row;
import org.jspecify.annotations.Nullable;

/// A row read off the cursor as a whole: the cursor has moved on when it is used.
final class SqliteRow implements Row {
  private final @Nullable Object[] values;

  SqliteRow(@Nullable Object[] values) {
    this.values = values;
  }

  @Override
  public @Nullable Object value(int position) {
    return values[position];
  }
}
