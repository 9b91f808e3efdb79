package dev.ashlar.benchmarks.limit;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the service asks of its database. Answers arrive on the event loop that asked.
interface Store {

  Future<Optional<Task>> task(UUID id);

  /// The tasks of a project, newest first.
  Future<Page<Task>> tasks(UUID projectId, @Nullable Cursor after, int limit);

  /// Writes the row, its audit entry and its outbox entry in one transaction. `json` is the row as
  /// it will be answered.
  Future<Void> insert(Task task, Json json, String requestId);

  /// Projects by name, each with its newest tasks.
  Future<Page<Project>> projects(@Nullable Cursor after, int limit, int tasksEach);
}
