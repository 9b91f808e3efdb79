package dev.ashlar.benchmarks.limit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `tasks`. Times are microseconds since the epoch; the estimate is a decimal as the
/// database writes it.
record Task(
    UUID id,
    String title,
    String status,
    int priority,
    UUID projectId,
    @Nullable UUID assigneeId,
    @Nullable String estimate,
    int version,
    long createdAt,
    long updatedAt) {

  Cursor cursor() {
    return new Cursor(Long.toString(createdAt), id);
  }
}
