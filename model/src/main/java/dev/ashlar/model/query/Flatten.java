package dev.ashlar.model.query;

import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Or;
import java.util.LinkedHashSet;
import java.util.List;

/// Merges nested conjunctions and disjunctions, and drops what decides nothing.
final class Flatten {
  private Flatten() {}

  static List<Condition> and(List<Condition> conditions) {
    var flat = new LinkedHashSet<Condition>();
    for (Condition condition : conditions) {
      if (condition instanceof And(var inner)) {
        flat.addAll(inner);
      } else if (!condition.equals(Always.TRUE)) {
        flat.add(condition);
      }
    }
    return flat.contains(Always.FALSE) ? List.of(Always.FALSE) : List.copyOf(flat);
  }

  static List<Condition> or(List<Condition> conditions) {
    var flat = new LinkedHashSet<Condition>();
    for (Condition condition : conditions) {
      if (condition instanceof Or(var inner)) {
        flat.addAll(inner);
      } else if (!condition.equals(Always.FALSE)) {
        flat.add(condition);
      }
    }
    return flat.contains(Always.TRUE) ? List.of(Always.TRUE) : List.copyOf(flat);
  }
}
