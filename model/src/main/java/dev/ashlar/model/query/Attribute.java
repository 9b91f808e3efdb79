package dev.ashlar.model.query;

import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Term;
import java.util.Collection;
import java.util.List;

/// A value that a row has, of its own or at the end of a path, and the conditions that can be put
/// on it.
///
/// A comparison with null is false, whichever the operator; ask [#isNull()] for null itself.
///
/// @param <V> the value's Java type
public interface Attribute<V> {
  /// The value as an expression.
  Term term();

  /// Equals.
  default Condition eq(V value) {
    return compare(Operator.EQ, value);
  }

  /// Equals another attribute of the row.
  default Condition eq(Attribute<V> other) {
    return new Compare(Operator.EQ, term(), other.term(), false);
  }

  /// Equals any term, such as an attribute of the actor.
  default Condition eq(Term other) {
    return new Compare(Operator.EQ, term(), other, false);
  }

  /// Differs; false for null, as every comparison.
  default Condition ne(V value) {
    return compare(Operator.NE, value);
  }

  /// Less.
  default Condition lt(V value) {
    return compare(Operator.LT, value);
  }

  /// Less or equal.
  default Condition lte(V value) {
    return compare(Operator.LTE, value);
  }

  /// Greater.
  default Condition gt(V value) {
    return compare(Operator.GT, value);
  }

  /// Greater or equal.
  default Condition gte(V value) {
    return compare(Operator.GTE, value);
  }

  /// Is one of the values.
  @SuppressWarnings("unchecked")
  default Condition in(V... values) {
    return in(List.of(values));
  }

  /// Is one of the values; nothing is in an empty collection.
  default Condition in(Collection<? extends V> values) {
    var type = term().type();
    var stored = values.stream().map(value -> Stored.of(type, value)).toList();
    return new Expr.In(term(), new Expr.Values(type, stored), false);
  }

  /// Is one of a term's many values, such as the actor's teams.
  default Condition in(Term many) {
    return new Expr.In(term(), many, false);
  }

  /// Has no value.
  default Condition isNull() {
    return new Expr.IsNull(term(), false);
  }

  /// Has a value.
  default Condition isNotNull() {
    return new Expr.IsNull(term(), true);
  }

  /// Ascending, nulls last.
  default Order asc() {
    return new Order(term(), false);
  }

  /// Descending, nulls first.
  default Order desc() {
    return new Order(term(), true);
  }

  private Condition compare(Operator operator, V value) {
    var type = term().type();
    return new Compare(operator, term(), new Expr.Value(type, Stored.of(type, value)), false);
  }
}
