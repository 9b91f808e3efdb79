package dev.ashlar.data.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.driver.DataException.Constraint;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every driver keeps transactions apart alike, and never blocks or answers on the wrong thread.
@OnEveryDatabase
final class DriverSessionsTest extends DriverFixture {
  DriverSessionsTest(TestDatabase database) {
    super(database);
  }

  @Test
  void commitsAndRollsBackSessions() {
    String table = table(ValueType.INT);
    Statement insert = insert(table, ValueType.INT);

    Session kept = await(driver().begin(Mode.WRITE));
    await(kept.change(insert, values(1, 1)));
    assertThat(counted(kept, table)).isEqualTo(1);
    assertThat(counted(driver(), table)).isZero();
    await(kept.commit());
    Session undone = await(driver().begin(Mode.WRITE));
    await(undone.batch(insert, List.of(values(2, 2), values(3, 3))));
    await(undone.rollback());

    assertThat(counted(driver(), table)).isEqualTo(1);
    assertThat(failure(undone.commit())).isInstanceOf(DataException.Faulty.class);
    assertThat(failure(kept.change(insert, values(4, 4)))).isInstanceOf(DataException.Faulty.class);
  }

  @Test
  void returnsToSavepoints() {
    String table = table(ValueType.INT);
    Statement insert = insert(table, ValueType.INT);
    Session session = await(driver().begin(Mode.WRITE));
    await(session.change(insert, values(1, 1)));
    Session.Savepoint outer = await(session.savepoint());
    await(session.change(insert, values(2, 2)));
    Session.Savepoint inner = await(session.savepoint());
    await(session.change(insert, values(3, 3)));
    await(session.release(inner));
    assertThat(failure(session.change(insert, values(1, 1)))).isInstanceOf(Constraint.class);
    assertThat(failure(session.change(insert, values(4, 4))))
        .isInstanceOf(DataException.Faulty.class);
    await(session.rollbackTo(outer));
    await(session.change(insert, values(5, 5)));
    await(session.commit());

    assertThat(
            await(driver().rows(select(table, ValueType.INT), values())).stream()
                .map(row -> row.int32(0)))
        .containsExactly(1, 5);
  }

  @Test
  void neverCommitsAFailedTransactionSilently() {
    String table = table(ValueType.INT);
    Session session = await(driver().begin(Mode.WRITE));
    await(session.change(insert(table, ValueType.INT), values(1, 1)));
    assertThat(failure(session.change(insert(table, ValueType.INT), values(1, 1))))
        .isInstanceOf(Constraint.class);

    assertThat(failure(session.commit()))
        .isInstanceOf(DataException.Faulty.class)
        .hasMessageContaining("rolled back instead");
    assertThat(counted(driver(), table)).isZero();
  }

  @Test
  void readsSnapshotsAtOneMoment() {
    String table = table(ValueType.INT);
    Statement insert = insert(table, ValueType.INT);
    Session snapshot = await(driver().begin(Mode.SNAPSHOT));
    assertThat(counted(snapshot, table)).isZero();
    await(driver().change(insert, values(1, 1)));

    assertThat(counted(snapshot, table)).isZero();
    assertThat(counted(driver(), table)).isEqualTo(1);
    assertThat(failure(snapshot.change(insert, values(2, 2))))
        .isInstanceOf(DataException.Faulty.class);
    await(snapshot.rollback());
    Session later = await(driver().begin(Mode.SNAPSHOT));
    assertThat(counted(later, table)).isEqualTo(1);
    await(later.commit());
  }

  @Test
  void refusesMoreThanMayWait() {
    with(
        config -> limited(config, 1, 0, 2, Duration.ofSeconds(2), Duration.ofSeconds(20)),
        other -> {
          Session holder = await(other.begin(Mode.WRITE));
          Throwable late = failure(other.begin(Mode.WRITE));
          assertThat(late)
              .isInstanceOf(DataException.Unavailable.class)
              .hasMessageContaining("PT2S");
          List<Future<Session>> waiting =
              IntStream.range(0, 5).mapToObj(_ -> other.begin(Mode.WRITE)).toList();
          assertThat(waiting)
              .anySatisfy(
                  refused -> {
                    assertThat(refused.failed()).isTrue();
                    assertThat(refused.cause()).hasMessageContaining("wait for");
                  });
          await(Future.join(waiting).otherwiseEmpty());
          await(holder.rollback());
          await(await(other.begin(Mode.WRITE)).rollback());
          return other;
        });
  }

  @Test
  void endsSessionsThatAreForgotten() {
    String table = table(ValueType.INT);
    with(
        config -> limited(config, 1, 0, 10, Duration.ofSeconds(10), Duration.ofSeconds(1)),
        other -> {
          Session forgotten = await(other.begin(Mode.WRITE));
          await(forgotten.change(insert(table, ValueType.INT), values(1, 1)));
          Session next = await(other.begin(Mode.WRITE));
          await(next.rollback());
          assertThat(failure(forgotten.commit())).isInstanceOf(DataException.Unavailable.class);
          return other;
        });

    assertThat(counted(driver(), table)).isZero();
  }

  @Test
  void answersOnTheContextOfTheCaller() {
    Context context = vertx.getOrCreateContext();
    Promise<Boolean> same = Promise.promise();
    context.runOnContext(
        _ ->
            driver()
                .rows(new Statement("SELECT 1", List.of(), List.of(ValueType.INT)), values())
                .compose(_ -> driver().begin(Mode.WRITE))
                .compose(Session::rollback)
                .onComplete(_ -> same.complete(context.equals(Vertx.currentContext()))));

    assertThat(await(same.future())).isTrue();
  }

  @Test
  void doesNotHoldTheEventLoopWhileTheDatabaseWorks() {
    Promise<Integer> turns = Promise.promise();
    var done = new AtomicInteger();
    with(
        config -> limited(config, 2, 2, 100, Duration.ofSeconds(5), Duration.ofSeconds(1)),
        other -> {
          vertx.runOnContext(
              _ -> {
                Future<?> slow =
                    other.rows(
                        new Statement(engine().endless(), List.of(), List.of(ValueType.LONG)),
                        values());
                long timer = vertx.setPeriodic(1, _ -> done.incrementAndGet());
                slow.onComplete(
                    _ -> {
                      vertx.cancelTimer(timer);
                      turns.complete(done.get());
                    });
              });
          return await(turns.future());
        });

    assertThat(await(turns.future())).isGreaterThan(50);
  }

  @Test
  void tellsHowThePoolsAreUsed() {
    Session session = await(driver().begin(Mode.WRITE));
    try {
      assertThat(driver().poolUse().busy()).isPositive();
      assertThat(driver().poolUse().size()).isPositive();
      assertThat(driver().poolUse().max()).isGreaterThanOrEqualTo(driver().poolUse().busy());
    } finally {
      await(session.rollback());
    }
    assertThatThrownBy(() -> await(session.rollback())).isInstanceOf(DataException.class);
  }
}
