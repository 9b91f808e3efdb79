package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.ConnectionPool;
import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// SQLite in a file, with a write-ahead log: one thread writes and commits in groups, as many
/// threads read as there are processors, and none of them is an event loop.
///
/// How values are stored is told at [SqliteValues]. A statement that starts with PRAGMA and is run
/// with [#change] acts on the writer, outside of any transaction.
public final class SqliteDriver implements Driver {
  private static final Set<String> READS = Set.of("SELECT", "VALUES", "EXPLAIN", "PRAGMA");

  private static final Set<String> BARE = Set.of("PRAGMA", "VACUUM", "ATTACH", "DETACH");

  private final VertxInternal vertx;
  private final DatabaseConfig config;
  private final SqliteFile file;
  private final SqliteWriter writer;
  private final SqliteReaders readers;
  private final ConnectionPool<SqliteConnection> snapshots;
  private final long watchdog;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Promise<Void> ended = Promise.promise();

  /// @throws IllegalArgumentException when the configuration's URL cannot be used
  public SqliteDriver(Vertx vertx, DatabaseConfig config) {
    this.vertx = (VertxInternal) vertx;
    this.config = config;
    this.file = new SqliteFile(config);
    this.writer = new SqliteWriter(file, config);
    this.readers = new SqliteReaders(file, config, Runtime.getRuntime().availableProcessors());
    this.snapshots =
        new ConnectionPool<>(
            vertx,
            new Snapshots(),
            new ConnectionPool.Limits(
                0,
                config.poolSize() + config.overflow(),
                config.maxWaiting(),
                config.acquireTimeout(),
                config.idleTimeout(),
                config.maxLifetime(),
                false));
    long shorter =
        Math.min(config.statementTimeout().toMillis(), config.acquireTimeout().toMillis());
    this.watchdog = vertx.setPeriodic(Math.clamp(shorter / 10, 5, 250), _ -> watch());
  }

  private void watch() {
    long now = System.nanoTime();
    file.interruptLate(now);
    writer.expire(now);
  }

  /// Opens and closes on the readers' threads: both touch the disk.
  private final class Snapshots implements ConnectionPool.Source<SqliteConnection> {
    @Override
    public Future<SqliteConnection> open(Context context) {
      Promise<SqliteConnection> promise = Promise.promise();
      readers.execute(
          () -> {
            try {
              promise.complete(file.reader());
            } catch (DataException e) {
              promise.fail(e);
            }
          });
      return promise.future();
    }

    @Override
    public boolean near(SqliteConnection connection, Context context) {
      return true;
    }

    @Override
    public Future<Void> ping(SqliteConnection connection) {
      return Future.succeededFuture();
    }

    @Override
    public void onEnd(SqliteConnection connection, Runnable action) {
      // A file does not hang up.
    }

    @Override
    public void close(SqliteConnection connection) {
      readers.execute(() -> file.close(connection));
    }
  }

  @Override
  public Future<List<Row>> rows(Statement statement, @Nullable Object[] values) {
    var promise = vertx.getOrCreateContext().<List<Row>>promise();
    Work<List<Row>> work = connection -> connection.rows(statement, values);
    var writing = new SqliteUnit<>(work, true, _ -> true, promise);
    String verb = verb(statement.text());
    if (verb.equals("WITH")) {
      readers.read(work, readOrElse(writing, promise));
    } else if (READS.contains(verb)) {
      readers.read(work, promise);
    } else {
      write(writing, promise);
    }
    return promise.future();
  }

  /// A promise that hands a statement which turned out to write to the writer.
  private <T> Promise<T> readOrElse(SqliteWriter.Job writing, Promise<T> promise) {
    Promise<T> tried = Promise.promise();
    tried
        .future()
        .onComplete(
            (result, failure) -> {
              if (failure != null && SqliteErrors.isReadOnly(failure.getCause())) {
                write(writing, promise);
              } else {
                promise.complete(result, failure);
              }
            });
    return tried;
  }

  @Override
  public Future<Integer> change(Statement statement, @Nullable Object[] values) {
    var promise = vertx.getOrCreateContext().<Integer>promise();
    Work<Integer> work = connection -> connection.change(statement, values);
    write(
        BARE.contains(verb(statement.text()))
            ? new SqliteWriter.Bare(work, promise)
            : new SqliteUnit<>(work, true, _ -> true, promise),
        promise);
    return promise.future();
  }

  @Override
  public Future<Integer> batch(Statement statement, List<@Nullable Object[]> values) {
    var promise = vertx.getOrCreateContext().<Integer>promise();
    Work<Integer> work = connection -> connection.batch(statement, values);
    write(new SqliteUnit<>(work, false, _ -> true, promise), promise);
    return promise.future();
  }

  @Override
  public Future<List<Row>> unit(List<Step> steps) {
    var promise = vertx.getOrCreateContext().<List<Row>>promise();
    if (steps.isEmpty()) {
      promise.complete(List.of());
    } else if (steps.getFirst().statement().results().isEmpty()) {
      promise.fail(SqliteUnit.rowlessError());
    } else {
      Work<List<Row>> work = connection -> run(connection, steps);
      write(new SqliteUnit<>(work, steps.size() == 1, rows -> !rows.isEmpty(), promise), promise);
    }
    return promise.future();
  }

  private static List<Row> run(SqliteConnection connection, List<Step> steps) throws SQLException {
    Step first = steps.getFirst();
    List<Row> rows = connection.rows(first.statement(), first.values());
    if (!rows.isEmpty()) {
      for (Step step : steps.subList(1, steps.size())) {
        connection.run(step.statement(), step.values());
      }
    }
    return rows;
  }

  private void write(SqliteWriter.Job job, Promise<?> promise) {
    DataException refusal = writer.submit(job);
    if (refusal != null) {
      promise.fail(refusal);
    }
  }

  @Override
  public Future<Session> begin(Mode mode) {
    return switch (mode) {
      case SNAPSHOT -> snapshot();
      case WRITE -> turn();
    };
  }

  private Future<Session> turn() {
    var promise = vertx.getOrCreateContext().<Session>promise();
    Duration timeout = config.statementTimeout();
    write(
        new SqliteTurn(timeout, promise, lane -> new SqliteSession(vertx, lane, timeout)), promise);
    return promise.future();
  }

  private Future<Session> snapshot() {
    var promise = vertx.getOrCreateContext().<Session>promise();
    snapshots
        .acquire()
        .onFailure(promise::fail)
        .onSuccess(
            lease -> {
              var lane = new SqliteSnapshot(vertx, readers, lease, config.statementTimeout());
              Promise<Void> begun = Promise.promise();
              lane.begin(begun);
              begun
                  .future()
                  .<Session>map(_ -> new SqliteSession(vertx, lane, config.statementTimeout()))
                  .onComplete(promise);
            });
    return promise.future();
  }

  @Override
  public Future<Void> ping() {
    var promise = vertx.getOrCreateContext().<Void>promise();
    readers.read(
        connection -> {
          connection.touch();
          return SqliteSession.done();
        },
        promise);
    return promise.future();
  }

  @Override
  public PoolUse poolUse() {
    PoolUse own = snapshots.use();
    return new PoolUse(
        file.size(),
        own.busy() + readers.busy() + (writer.busy() ? 1 : 0),
        own.waiting() + readers.waiting() + writer.waiting(),
        own.max() + readers.count() + 1);
  }

  @Override
  public Future<Void> close() {
    var promise = vertx.getOrCreateContext().<Void>promise();
    closed(promise);
    return promise.future();
  }

  /// Once, whoever asks how often.
  private void closed(Promise<Void> promise) {
    if (closing.compareAndSet(false, true)) {
      writer
          .drain()
          .compose(_ -> snapshots.close(config.statementTimeout()))
          .compose(_ -> readers.close())
          .compose(_ -> writer.close())
          .onComplete(_ -> vertx.cancelTimer(watchdog))
          .onComplete(ended);
    }
    ended.future().onComplete(promise);
  }

  /// The first word of a statement.
  private static String verb(String text) {
    int start = 0;
    while (start < text.length() && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toUpperCase(Locale.ROOT);
  }
}
