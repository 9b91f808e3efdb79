package dev.ashlar.data.sql;

import dev.ashlar.model.query.Query;

/// A query without its values: what a plan is made of, once, and found by.
///
/// @param <Q> the kind of query
public final class Shape<Q extends Query> {
  private final Q query;
  private final int hash;

  Shape(Q query) {
    this.query = query;
    this.hash = query.hashCode();
  }

  /// The query, with places where the values were.
  public Q query() {
    return query;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Shape<?> that && hash == that.hash && query.equals(that.query));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
