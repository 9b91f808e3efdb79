package dev.ashlar.data.sql;

import dev.ashlar.model.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query taken apart: its shape, and the values in the order of the shape's slots.
///
/// @param <Q> the kind of query
public record Lifted<Q extends Query>(Shape<Q> shape, List<@Nullable Object> values) {

  /// Takes a query apart.
  @SuppressWarnings("unchecked") // A rewrite keeps the kind of the query.
  public static <Q extends Query> Lifted<Q> of(Q query) {
    var lift = new LiftValues();
    var lifted = (Q) lift.query(query);
    return new Lifted<>(new Shape<>(lifted), lift.values());
  }

  /// The same shape with other values.
  public Lifted<Q> with(List<@Nullable Object> others) {
    return new Lifted<>(shape, others);
  }
}
