package dev.ashlar.benchmarks.limit;

import dev.ashlar.benchmarks.limit.SqliteWriter.Insert;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// SQLite in WAL mode: a reading thread per core, and one writing thread that commits groups.
final class SqliteStore implements Store {

  /// A question for a reading thread; the answer goes back to the event loop `asker`.
  record Read<T>(Query<T> query, Promise<T> promise, Context asker) {

    void answer(SqliteReader reader) {
      try {
        T value = query.ask(reader);
        asker.runOnContext(now -> promise.complete(value));
      } catch (SQLException | RuntimeException e) {
        asker.runOnContext(now -> promise.fail(e));
      }
    }
  }

  interface Query<T> {
    T ask(SqliteReader reader) throws SQLException;
  }

  private final BlockingQueue<Read<?>> reads = new LinkedBlockingQueue<>();
  private final BlockingQueue<Insert> inserts = new LinkedBlockingQueue<>();

  private SqliteStore() {}

  static SqliteStore open(String file, String synchronous) {
    SqliteStore store = new SqliteStore();
    try {
      SqliteWriter writer = new SqliteWriter(connect(file, synchronous), store.inserts);
      Thread.ofPlatform().daemon().name("sqlite-writer").start(writer);
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        SqliteReader reader = new SqliteReader(connect(file, synchronous), store.reads);
        Thread.ofPlatform().daemon().name("sqlite-reader-" + i).start(reader);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot open the SQLite database " + file, e);
    }
    return store;
  }

  private static Connection connect(String file, String synchronous) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = " + synchronous);
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA cache_size = -65536");
      statement.execute("PRAGMA mmap_size = 268435456");
    }
    return connection;
  }

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
    inserts.add(new Insert(task, json.text(), requestId, promise, asker()));
    return promise.future();
  }

  private <T> Future<T> read(Query<T> query) {
    Promise<T> promise = Promise.promise();
    reads.add(new Read<>(query, promise, asker()));
    return promise.future();
  }

  private static Context asker() {
    return Objects.requireNonNull(Vertx.currentContext(), "The store is asked from event loops.");
  }
}
