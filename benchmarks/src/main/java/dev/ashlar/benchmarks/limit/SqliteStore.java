package dev.ashlar.benchmarks.limit;

import dev.ashlar.benchmarks.limit.SqliteReader.Query;
import dev.ashlar.benchmarks.limit.SqliteReader.Read;
import dev.ashlar.benchmarks.limit.SqliteWriter.Insert;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// SQLite as one event loop asks it.
record SqliteStore(SqliteThreads threads, Context asker) implements Store {

  @Override
  public Future<Optional<Task>> task(UUID id) {
    return read(reader -> reader.task(id));
  }

  @Override
  public Future<Page<Task>> tasks(UUID projectId, @Nullable Cursor after, int limit) {
    return read(reader -> reader.tasks(projectId, after, limit));
  }

  @Override
  public Future<Page<Project>> projects(@Nullable Cursor after, int limit, int tasksEach) {
    return read(reader -> reader.projects(after, limit, tasksEach));
  }

  @Override
  public Future<Void> insert(Task task, Json json, String requestId) {
    Promise<Void> promise = Promise.promise();
    threads.inserts().add(new Insert(task, json.text(), requestId, promise, asker));
    return promise.future();
  }

  private <T> Future<T> read(Query<T> query) {
    Promise<T> promise = Promise.promise();
    threads.reads().add(new Read<>(query, promise, asker));
    return promise.future();
  }
}
