package dev.ashlar.model.query;

import dev.ashlar.model.Visible;
import dev.ashlar.model.value.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A row fetched in the shape of a [Selection]: positions are those of the selection's items.
public interface Fetched extends Row {
  /// Whether the actor may not see the field at a position; its value then reads as null.
  boolean redacted(int position);

  /// The row that a [Selection.One] found, if any.
  Optional<Fetched> one(int position);

  /// The rows that a [Selection.Many] found, in its order.
  List<Fetched> many(int position);

  /// The field at a position, or the fact that it is hidden, given how to turn a stored value into
  /// the component's.
  default <V> Visible<V> visible(int position, IntFunction<@Nullable V> read) {
    return redacted(position)
        ? new Visible.Redacted<>()
        : new Visible.Value<>(read.apply(position));
  }
}
