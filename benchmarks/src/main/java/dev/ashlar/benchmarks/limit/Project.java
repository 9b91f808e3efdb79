package dev.ashlar.benchmarks.limit;

import java.util.List;
import java.util.UUID;

/// A row of `projects` with its newest tasks. Times are microseconds since the epoch.
record Project(
    UUID id,
    String name,
    UUID teamId,
    int version,
    long createdAt,
    long updatedAt,
    List<Task> tasks) {

  Cursor cursor() {
    return new Cursor(name, id);
  }
}
