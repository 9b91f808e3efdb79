package dev.ashlar.model.query;

import dev.ashlar.model.query.Expr.Any;
import dev.ashlar.model.query.Expr.Condition;
import java.util.function.Function;
import java.util.function.Supplier;

/// A to-many relation of a row, and the conditions that can be put on its rows.
///
/// @param path where the relation starts
/// @param relation the relation
/// @param root the generated columns of the rows at the other end
/// @param <P> the generated class of those columns
public record Many<P>(Path path, Relation relation, Supplier<P> root) {
  /// Has a row for which the condition holds.
  public Condition any(Function<P, Condition> where) {
    return new Any(path, relation, where.apply(root.get()), false);
  }

  /// Has no row for which the condition holds.
  public Condition none(Function<P, Condition> where) {
    return any(where).not();
  }

  /// Has a row.
  public Condition any() {
    return new Any(path, relation, Expr.Always.TRUE, false);
  }

  /// Has no row.
  public Condition none() {
    return any().not();
  }
}
