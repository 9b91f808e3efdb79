package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Selection;
import dev.ashlar.runtime.access.Verb;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// The answer to an operation, holding only what its actor may see.
public sealed interface Outcome {

  /// Rows read.
  ///
  /// @param selection the shape that the rows are in; a listing's may end with what it was sorted
  ///   by
  /// @param next where the page ended, if another follows
  /// @param total how many rows fit, if it was asked
  record Rows(
      EntityModel<?> entity,
      Selection selection,
      List<Fetched> rows,
      Optional<Cursor> next,
      OptionalLong total)
      implements Outcome {}

  /// A row written.
  ///
  /// @param row the row after the write with all its columns, if there is one and the actor may see
  ///   it
  /// @param replayed whether this is the answer of an earlier operation with the same idempotency
  ///   key
  record Written(
      Verb verb,
      EntityModel<?> entity,
      UUID id,
      OptionalInt version,
      Optional<Fetched> row,
      boolean replayed)
      implements Outcome {}

  /// The answers of a batch, in its order.
  record All(List<Outcome> outcomes) implements Outcome {
    public All {
      outcomes = List.copyOf(outcomes);
    }
  }
}
