package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/// One thing asked of the rows of an entity. Surfaces make operations; none does anything itself.
public sealed interface Operation permits Read, Operation.Write, Operation.Batch {

  /// Changes one row.
  sealed interface Write extends Operation {
    /// The entity whose row it is.
    EntityModel<?> entity();
  }

  /// Makes a row of the columns given.
  record Create(EntityModel<?> entity, ChangeSet values) implements Write {}

  /// Changes the columns given.
  ///
  /// @param version the version the row must still have; empty skips the check only where the
  ///   entity has none
  record Update(EntityModel<?> entity, UUID id, ChangeSet changes, OptionalInt version)
      implements Write {}

  /// Gives a row the columns given, and of the others null to those that the actor may write there:
  /// what she cannot see or write stays as it is.
  ///
  /// @param version as for an update
  record Replace(EntityModel<?> entity, UUID id, ChangeSet values, OptionalInt version)
      implements Write {}

  /// Makes a row, or changes the one that has the same values in a unique key.
  record Upsert(EntityModel<?> entity, List<Column<?, ?>> key, ChangeSet values) implements Write {
    public Upsert {
      key = List.copyOf(key);
    }
  }

  /// Removes a row; of an entity that is softly deleted, hides it until it is restored.
  record Delete(EntityModel<?> entity, UUID id, OptionalInt version) implements Write {}

  /// Brings a softly deleted row back.
  ///
  /// @param version the version the row must still have; empty takes any, since whoever deleted the
  ///   row was not told the version that it has since
  record Restore(EntityModel<?> entity, UUID id, OptionalInt version) implements Write {}

  /// Runs a named action on a row.
  ///
  /// @param input the action's input as JSON text; empty where it takes none
  /// @param version the version the row must still have; empty takes any
  record Invoke(EntityModel<?> entity, UUID id, String action, String input, OptionalInt version)
      implements Write {}

  /// Does all of them in one transaction, or none.
  record Batch(List<Write> operations) implements Operation {
    public Batch {
      operations = List.copyOf(operations);
    }
  }
}
