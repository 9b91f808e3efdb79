package dev.ashlar.runtime.access;

import dev.ashlar.model.query.Attribute;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Before;
import dev.ashlar.model.query.Expr.Can;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.value.ValueType;
import java.util.List;

/// Says who may do what with the rows of an entity. An entity without a policy is served to nobody.
///
/// @param <T> the entity
public interface Policy<T> {
  /// Writes the rules down, once, at start.
  void rules(Rules<T> rules);

  /// The actor holds a permission: everywhere, or in a team that the policy's scope leads to.
  default Condition can(String permission) {
    return new Can(new Permission(permission).text(), List.of(), false);
  }

  /// The actor's key; nobody known has none, and equals nothing.
  default Term actor() {
    return new OfActor(new OfActor.Fact.Id(), ValueType.UUID);
  }

  /// The teams in which the actor holds a permission.
  default Term actorTeams(String permission) {
    return new OfActor(new OfActor.Fact.Teams(new Permission(permission).text()), ValueType.UUID);
  }

  /// An attribute of the actor; one that she does not have equals nothing.
  default Term actorAttribute(String name, ValueType type) {
    return new OfActor(new OfActor.Fact.Named(name), type);
  }

  /// A column of the row as it was before the write, wherever the rule stands. Where nothing is
  /// written, it is the row's own; of a creation there is none, and it equals nothing.
  default <V> Attribute<V> before(Column<T, V> column) {
    return () -> new Before(column);
  }
}
