package dev.ashlar.model;

import java.time.Instant;

/// A record that knows when it was made and last changed; the write pipeline fills both.
public interface Timestamped {
  /// When the row was made.
  Instant createdAt();

  /// When the row was last changed.
  Instant updatedAt();
}
