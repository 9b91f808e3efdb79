package dev.ashlar.data.sql;

import java.util.ArrayList;
import java.util.List;

/// The joins of one statement or subquery, in the order in which they were needed.
final class From {
  private final StringBuilder joins = new StringBuilder();
  private final List<String> inner = new ArrayList<>();

  void join(boolean outer, String table, String alias, String on) {
    joins.append(outer ? " LEFT JOIN " : " JOIN ").append(table).append(" AS ").append(alias);
    joins.append(" ON ").append(on);
    if (!outer) {
      inner.add(alias);
    }
  }

  boolean empty() {
    return joins.isEmpty();
  }

  /// The aliases that stand for a row in every result.
  List<String> inner() {
    return inner;
  }

  @Override
  public String toString() {
    return joins.toString();
  }
}
