package dev.ashlar.web.rest;

import dev.ashlar.runtime.operation.Operation.Write;
import java.util.List;

/// What was posted to a collection.
sealed interface Posted {
  /// One row.
  record One(Write write) implements Posted {}

  /// Several writes, to be done together.
  ///
  /// @param named whether they stand as operations under that name, rather than as plain rows
  record Many(List<Write> writes, boolean named) implements Posted {
    public Many {
      writes = List.copyOf(writes);
    }
  }
}
