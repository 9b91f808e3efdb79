package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.IsNull;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page ended: the values sorted by in its last row, in stored form.
///
/// @param values in the order of the keys sorted by
public record Cursor(List<@Nullable Object> values) {
  public Cursor {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /// The rows that come after: greater in the first key, or equal in it and greater in the next,
  /// and so on.
  ///
  /// The bound on the first key alone is said once more, since an index can use it.
  Condition after(List<Order> keys) {
    var ways = new ArrayList<Condition>();
    var equal = new ArrayList<Condition>();
    for (int i = 0; i < keys.size(); i++) {
      var way = new ArrayList<>(equal);
      way.add(beyond(keys.get(i), values.get(i)));
      ways.add(And.of(way));
      equal.add(same(keys.get(i), values.get(i)));
    }
    Condition beyond = Or.of(ways);
    return keys.size() == 1 ? beyond : bound(keys.getFirst(), values.getFirst()).and(beyond);
  }

  private static Condition bound(Order key, @Nullable Object value) {
    return value == null ? Always.TRUE : beyond(key, value).or(same(key, value));
  }

  private static Condition same(Order key, @Nullable Object value) {
    return value == null ? new IsNull(key.term(), false) : compare(Operator.EQ, key.term(), value);
  }

  /// Null is greater than every value.
  private static Condition beyond(Order key, @Nullable Object value) {
    Term term = key.term();
    if (key.descending()) {
      return value == null ? new IsNull(term, true) : compare(Operator.LT, term, value);
    }
    return value == null
        ? Always.FALSE
        : nullable(term)
            ? compare(Operator.GT, term, value).or(new IsNull(term, false))
            : compare(Operator.GT, term, value);
  }

  private static boolean nullable(Term term) {
    return !(term instanceof At(var path, var column)) || !path.root() || column.nullable();
  }

  private static Condition compare(Operator operator, Term term, Object value) {
    return new Compare(operator, term, new Value(term.type(), value), false);
  }
}
