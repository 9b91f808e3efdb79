package dev.ashlar.model.query;

import dev.ashlar.model.value.Row;

/// Makes a record of a row; generated for entities (columns at their ordinals) and views (items at
/// their positions).
///
/// @param <T> the record
@FunctionalInterface
public interface RowReader<T> {
  /// The record of a row.
  T read(Row row);
}
