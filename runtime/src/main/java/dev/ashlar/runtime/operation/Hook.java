package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.access.Verb;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Code of the application that runs before and after operations on an entity, within their
/// transaction.
///
/// Hooks are plain, blocking Java: they run on a virtual thread, in the order of their priorities.
/// What a hook throws ends the operation and leaves nothing of it; a [Refusal] becomes the answer.
///
/// @param <T> the entity
public interface Hook<T> {
  /// The operations that the hook wants to know of.
  ///
  /// Changes that a named action asks for are an update like any other, and a hook of updates is
  /// called with them; one of [Verb#INVOKE] is called around the action as a whole.
  Set<Verb> verbs();

  /// Lower runs first, and after the operation last.
  default int priority() {
    return 0;
  }

  /// Runs before the changes are validated, and gives those to make, by default those asked for.
  /// Only a creation's and an update's are made.
  ///
  /// That the actor may do this to the row was checked already, save for a creation and a read,
  /// which their statements decide.
  default ChangeSet before(Call<T> call) {
    return call.changes();
  }

  /// Runs after the operation, before it is committed.
  default void after(Call<T> call) {}

  /// One operation as a hook sees it.
  ///
  /// @param context the request
  /// @param id the row's key; empty before a creation and for a listing
  /// @param changes what the operation gives columns; says nothing of any in a read or deletion
  /// @param before the row before the operation, with every column; empty for reads and creations
  record Call<T>(
      RequestContext context,
      EntityModel<T> entity,
      Verb verb,
      Optional<UUID> id,
      ChangeSet changes,
      Optional<ChangeSet> before) {

    /// The same with other changes.
    public Call<T> with(ChangeSet others) {
      return new Call<>(context, entity, verb, id, others, before);
    }

    /// The same of a row that now has a key.
    public Call<T> of(UUID made) {
      return new Call<>(context, entity, verb, Optional.of(made), changes, before);
    }
  }
}
