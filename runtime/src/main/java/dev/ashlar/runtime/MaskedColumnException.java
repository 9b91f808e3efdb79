package dev.ashlar.runtime;

import java.io.Serial;

/// A read would have put a column that is hidden from the actor into a record, where it would look
/// like null; whoever saved that record would erase what is there.
public final class MaskedColumnException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  MaskedColumnException(String column) {
    super(
        "%s is hidden from this actor in a row that was read as a record. Read a view whose component is Visible<…>, or one without the column."
            .formatted(column));
  }
}
