package dev.ashlar.runtime.operation;

import dev.ashlar.data.Bindings;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.runtime.access.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a plan binds beside its own values: of the actor, and of the row before the write; a new
/// row has none before.
record Facts(Actor actor, Optional<ChangeSet> row) implements Bindings.Context {
  Facts(Actor actor) {
    this(actor, Optional.empty());
  }

  @Override
  public @Nullable Object actor(OfActor.Fact fact) {
    return actor.fact(fact);
  }

  @Override
  public @Nullable Object before(Column<?, ?> column) {
    return row.isPresent() ? row.get().stored(column) : null;
  }
}
