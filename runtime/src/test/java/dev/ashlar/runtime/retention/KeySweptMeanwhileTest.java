package dev.ashlar.runtime.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.OnDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An old key is deleted between the attempt to claim it and the look at its answer. SQLite has one
/// writer, so nothing comes in between there.
@OnDatabase(DatabaseKind.POSTGRESQL)
final class KeySweptMeanwhileTest {
  private final TestDatabase database;

  KeySweptMeanwhileTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void isClaimedAnew() {
    try (var world = new World(database, Sweeping::new)) {
      assertThat(world.write("first").replayed()).isFalse();
      assertThat(world.write("first").replayed()).isFalse();

      assertThat(world.rows("notes")).isEqualTo(2);
      assertThat(world.rows("ashlar_idempotency")).isOne();
    }
  }

  /// Deletes all keys right after one was found taken.
  private record Sweeping(Driver driver) implements Driver {
    private static final Statement ALL = Statement.of("DELETE FROM ashlar_idempotency");

    @Override
    public Future<Session> begin(Mode mode) {
      return driver.begin(mode).map(session -> new SweepingSession(session, driver));
    }

    @Override
    public Future<List<Row>> unit(List<Step> steps) {
      return driver.unit(steps);
    }

    @Override
    public Future<Void> ping() {
      return driver.ping();
    }

    @Override
    public PoolUse poolUse() {
      return driver.poolUse();
    }

    @Override
    public Future<Void> close() {
      return driver.close();
    }

    @Override
    public Future<List<Row>> rows(Statement statement, @Nullable Object[] values) {
      return driver.rows(statement, values);
    }

    @Override
    public Future<Integer> change(Statement statement, @Nullable Object[] values) {
      return driver.change(statement, values);
    }

    @Override
    public Future<Integer> batch(Statement statement, List<@Nullable Object[]> values) {
      return driver.batch(statement, values);
    }
  }

  private record SweepingSession(Session session, Driver driver) implements Session {
    @Override
    public Future<Integer> change(Statement statement, @Nullable Object[] values) {
      boolean claims = statement.text().startsWith("INSERT INTO \"ashlar_idempotency\"");
      return session
          .change(statement, values)
          .compose(
              claimed ->
                  claims && claimed == 0
                      ? driver.change(Sweeping.ALL, new Object[0]).map(claimed)
                      : Future.succeededFuture(claimed));
    }

    @Override
    public Future<List<Row>> rows(Statement statement, @Nullable Object[] values) {
      return session.rows(statement, values);
    }

    @Override
    public Future<Integer> batch(Statement statement, List<@Nullable Object[]> values) {
      return session.batch(statement, values);
    }

    @Override
    public Future<Void> commit() {
      return session.commit();
    }

    @Override
    public Future<Void> rollback() {
      return session.rollback();
    }

    @Override
    public Future<Savepoint> savepoint() {
      return session.savepoint();
    }

    @Override
    public Future<Void> rollbackTo(Savepoint savepoint) {
      return session.rollbackTo(savepoint);
    }

    @Override
    public Future<Void> release(Savepoint savepoint) {
      return session.release(savepoint);
    }
  }
}
