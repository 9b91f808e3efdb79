package dev.ashlar.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record whose deletion leaves the row in place, unseen, until it is restored.
public interface SoftDeletable {
  /// When the row was deleted, or null while it lives.
  @Nullable Instant deletedAt();
}
