package dev.ashlar.runtime;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Selection;
import dev.ashlar.runtime.operation.Outcome.Written;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What came of a write.
///
/// @param id the row's key
/// @param version its version now; empty for an entity without versions, and for a deletion
/// @param seen the row now, if there is one and the actor may see it
public record Saved<T>(
    EntityModel<T> entity, UUID id, OptionalInt version, Optional<Fetched> seen) {

  static <T> Saved<T> of(EntityModel<T> entity, Written written) {
    return new Saved<>(entity, written.id(), written.version(), written.row());
  }

  /// The row now, as a record; empty where there is none or the actor may not see it.
  ///
  /// @throws MaskedColumnException when the actor may see it, but not all of it
  public Optional<T> row() {
    return seen.map(row -> entity.reader().read(new Unmasked(Selection.all(entity), row)));
  }
}
