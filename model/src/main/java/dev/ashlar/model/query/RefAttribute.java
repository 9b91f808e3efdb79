package dev.ashlar.model.query;

import dev.ashlar.model.Ref;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.value.ValueType;
import java.util.UUID;

/// A reference that a row has.
///
/// @param <R> the entity referred to
public interface RefAttribute<R> extends Attribute<Ref<R>> {
  /// Refers to the row with this key.
  default Condition is(UUID id) {
    return is(new Expr.Value(ValueType.UUID, id));
  }

  /// Refers to the row whose key a term gives, such as the actor's own.
  default Condition is(Term id) {
    return new Compare(Operator.EQ, term(), id, false);
  }
}
