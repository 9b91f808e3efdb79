package dev.ashlar.runtime;

import dev.ashlar.runtime.operation.Cursor;
import java.util.List;
import java.util.Optional;

/// One page of rows.
///
/// @param next where the next page starts, if there is one
public record Page<V>(List<V> items, Optional<Cursor> next) {
  public Page {
    items = List.copyOf(items);
  }
}
