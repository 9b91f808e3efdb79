package dev.ashlar.data;

import dev.ashlar.data.sql.Plan;
import dev.ashlar.data.sql.SelectPlan;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Before;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.Param;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What fills the places of a plan: a query's values, and what is known of the actor and of the row
/// before.
///
/// @param values by slot
/// @param context what is not the query's own
public record Bindings(List<@Nullable Object> values, Context context) {

  /// What a plan may bind beside the query's own values.
  public interface Context {
    /// Knows nothing: for queries that bind their own values alone.
    Context NONE =
        new Context() {
          @Override
          public @Nullable Object actor(OfActor.Fact fact) {
            throw new IllegalStateException("A query without an actor binds " + fact + ".");
          }

          @Override
          public @Nullable Object before(Column<?, ?> column) {
            throw new IllegalStateException(
                "A query without a row before it binds " + column + ".");
          }
        };

    /// Something of the actor, in its stored form; of many, a `List`.
    @Nullable Object actor(OfActor.Fact fact);

    /// A column of the row as it was before the write, in its stored form.
    @Nullable Object before(Column<?, ?> column);
  }

  /// The values of a plan's parameters, in the order of their places.
  @Nullable Object[] of(Plan plan) {
    return of(plan, List.of());
  }

  /// The same for a level below, whose parents are known.
  @Nullable Object[] of(Plan plan, List<Object> parents) {
    var binds = plan.binds();
    var bound = new @Nullable Object[binds.size()];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = value(binds.get(i), parents);
    }
    return bound;
  }

  private @Nullable Object value(Term term, List<Object> parents) {
    return switch (term) {
      case Param(int slot, _, _) -> slot == SelectPlan.PARENTS ? parents : values.get(slot);
      case OfActor(var fact, _) -> context.actor(fact);
      case Before(var column) -> context.before(column);
      // The constants of rules, which a plan is made with; those of queries were lifted out.
      case Value(_, var constant) -> constant;
      case Values(_, var constants) -> constants;
      case At at -> throw new IllegalStateException(at + " is not something that can be bound.");
    };
  }
}
