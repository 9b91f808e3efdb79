package dev.ashlar.data.sql;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Relation;
import java.util.HashMap;
import java.util.Map;

/// One reference to a table within a statement: its alias, and the tables joined to it.
final class Node {
  private final String alias;
  private final EntityModel<?> entity;
  private final From from;
  private final boolean outer;
  private final Map<Step, Node> joined = new HashMap<>();

  /// A relation walked for a reader, who is guarded, or for a policy, which is not.
  ///
  /// @param masked whether the reference itself is hidden from the reader in some rows
  record Step(Relation relation, boolean guarded, boolean masked) {}

  /// @param outer whether the alias may stand for no row
  Node(String alias, EntityModel<?> entity, From from, boolean outer) {
    this.alias = alias;
    this.entity = entity;
    this.from = from;
    this.outer = outer;
  }

  String alias() {
    return alias;
  }

  EntityModel<?> entity() {
    return entity;
  }

  From from() {
    return from;
  }

  boolean outer() {
    return outer;
  }

  Map<Step, Node> joined() {
    return joined;
  }

  /// The same table reference seen from a statement part with joins of its own.
  Node within(From inner) {
    return new Node(alias, entity, inner, outer);
  }
}
