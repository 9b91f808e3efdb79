package dev.ashlar.benchmarks.limit;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `tasks`. Times are microseconds since the epoch.
record Task(
    UUID id,
    String title,
    String status,
    int priority,
    UUID projectId,
    @Nullable UUID assigneeId,
    @Nullable BigDecimal estimate,
    int version,
    long createdAt,
    long updatedAt) {}
