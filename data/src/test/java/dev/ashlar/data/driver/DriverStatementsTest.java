package dev.ashlar.data.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.driver.DataException.Constraint;
import dev.ashlar.data.driver.DataException.Constraint.Rule;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Driver.Step;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every driver runs statements, batches and units alike, and fails alike.
@OnEveryDatabase
final class DriverStatementsTest extends DriverFixture {
  DriverStatementsTest(TestDatabase database) {
    super(database);
  }

  @Test
  void refusesFaultyStatements() {
    assertThat(
            failure(
                driver()
                    .rows(
                        new Statement(
                            "SELECT nothing FROM nowhere", List.of(), List.of(ValueType.INT)),
                        values())))
        .isInstanceOf(DataException.Faulty.class);
    assertThat(failure(driver().change(Statement.of("INSERT nonsense"), values())))
        .isInstanceOf(DataException.Faulty.class);
  }

  @Test
  void namesBrokenConstraints() {
    String parent = table(ValueType.INT);
    String child = name();
    execute(
        "CREATE TABLE %s (id INTEGER PRIMARY KEY, value INTEGER NOT NULL, parent INTEGER CONSTRAINT %s_parent REFERENCES %s (id), CONSTRAINT %s_small CHECK (value < 10))"
            .formatted(child, child, parent, child));
    execute("CREATE UNIQUE INDEX %s_value ON %s (value)".formatted(child, child));
    var insert =
        new Statement(
            "INSERT INTO %s (id, value, parent) VALUES (%s, %s, %s)"
                .formatted(
                    child,
                    place(1, ValueType.INT),
                    place(2, ValueType.INT),
                    place(3, ValueType.INT)),
            List.of(one(ValueType.INT), one(ValueType.INT), one(ValueType.INT)),
            List.of());
    await(driver().change(insert, values(1, 1, null)));

    assertBroken(insert, values(2, 1, null), Rule.UNIQUE, child);
    assertBroken(insert, values(1, 2, null), Rule.UNIQUE, child);
    assertBroken(insert, values(2, 11, null), Rule.CHECK, child + "_small");
    assertBroken(insert, values(2, null, null), Rule.NOT_NULL, child + ".value");
    assertBroken(insert, values(2, 2, 99), Rule.FOREIGN_KEY, "");
    assertThat(counted(driver(), child)).isEqualTo(1);
  }

  private void assertBroken(Statement insert, @Nullable Object[] values, Rule rule, String name) {
    assertThat(failure(driver().change(insert, values)))
        .isInstanceOfSatisfying(
            Constraint.class,
            broken -> {
              assertThat(broken.rule()).isEqualTo(rule);
              assertThat(broken.name()).startsWith(name);
            });
  }

  @Test
  void stopsStatementsThatRunTooLong() {
    var failed =
        with(
            config -> limited(config, 2, 2, 100, Duration.ofSeconds(5), Duration.ofSeconds(1)),
            other -> {
              Throwable failure =
                  failure(
                      other.rows(
                          new Statement(engine().endless(), List.of(), List.of(ValueType.LONG)),
                          values()));
              await(other.ping());
              return failure;
            });

    assertThat(failed).isInstanceOf(DataException.Unavailable.class);
  }

  @Test
  void saysThatItIsClosed() {
    Driver other = another();
    await(other.ping());
    await(other.close());

    assertThat(failure(other.ping())).isInstanceOf(DataException.Unavailable.class);
    assertThat(failure(other.begin(Mode.WRITE))).isInstanceOf(DataException.Unavailable.class);
    assertThat(failure(other.change(Statement.of("SELECT 1"), values())))
        .isInstanceOf(DataException.Unavailable.class);
  }

  @Test
  void answersEverythingWhenClosedUnderLoad() {
    String table = table(ValueType.INT);
    Driver other = another();
    List<Future<?>> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      answers.add(other.change(insert(table, ValueType.INT), values(i, i)));
      answers.add(other.rows(count(table), values()));
    }
    await(other.close());
    for (int i = 0; i < 10; i++) {
      answers.add(other.rows(count(table), values()));
    }

    await(Future.join(answers).otherwiseEmpty());
    assertThat(answers).allMatch(Future::isComplete);
    long stored = counted(driver(), table);
    long acknowledged = IntStream.range(0, 300).filter(i -> answers.get(2 * i).succeeded()).count();
    assertThat(stored).isGreaterThanOrEqualTo(acknowledged);
  }

  @Test
  void runsBatchesWhollyOrNotAtAll() {
    String table = table(ValueType.INT);
    Statement insert = insert(table, ValueType.INT);
    var many = numbered(Collections.nCopies(10_000, 7));

    assertThat(await(driver().batch(insert, List.of()))).isZero();
    assertThat(await(driver().batch(insert, many))).isEqualTo(10_000);
    assertThat(failure(driver().batch(insert, List.of(values(10_001, 1), values(1, 1)))))
        .isInstanceOf(Constraint.class);
    assertThat(counted(driver(), table)).isEqualTo(10_000);
  }

  @Test
  void runsUnitsWhollyOrNotAtAll() {
    String table = table(ValueType.INT);
    Statement first = inserting(table, ValueType.INT);
    Statement next = insert(table, ValueType.INT);

    List<Row> rows =
        await(
            driver()
                .unit(
                    List.of(
                        new Step(first, values(1, 1)),
                        new Step(next, values(2, 2)),
                        new Step(first, values(3, 3)))));
    Throwable failure =
        failure(
            driver()
                .unit(
                    List.of(
                        new Step(first, values(4, 4)),
                        new Step(next, values(1, 1)),
                        new Step(next, values(5, 5)))));

    assertThat(rows.stream().map(row -> row.int32(0))).containsExactly(1);
    assertThat(failure).isInstanceOf(Constraint.class);
    assertThat(counted(driver(), table)).isEqualTo(3);
  }

  @Test
  void leavesNothingOfUnitsWhoseFirstStepGivesNoRows() {
    String table = table(ValueType.INT);
    var update =
        new Statement(
            "UPDATE %s SET value = 1 WHERE id = %s RETURNING id"
                .formatted(table, place(1, ValueType.INT)),
            List.of(one(ValueType.INT)),
            List.of(ValueType.INT));
    var step = new Step(insert(table, ValueType.INT), values(2, 2));

    assertThat(await(driver().unit(List.of(new Step(update, values(1)), step)))).isEmpty();
    assertThat(await(driver().unit(List.of(new Step(update, values(1)))))).isEmpty();
    assertThat(await(driver().unit(List.of()))).isEmpty();
    assertThat(failure(driver().unit(List.of(step)))).isInstanceOf(DataException.Faulty.class);
    assertThat(counted(driver(), table)).isZero();
  }

  @Test
  void keepsConcurrentUnitsApart() {
    String table = table(ValueType.INT);
    Statement first = inserting(table, ValueType.INT);
    Statement next = insert(table, ValueType.INT);
    execute("INSERT INTO %s VALUES (-1, 0)".formatted(table));
    List<Future<?>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      // Every third fails in its second step.
      int second = i % 3 == 0 ? -1 : 1_000 + i;
      answers.add(
          driver().unit(List.of(new Step(first, values(i, i)), new Step(next, values(second, i)))));
    }
    await(Future.join(answers).otherwiseEmpty());

    for (int i = 0; i < 200; i++) {
      assertThat(answers.get(i).failed()).isEqualTo(i % 3 == 0);
    }
    assertThat(counted(driver(), table)).isEqualTo(1 + 2 * 133);
  }

  @Test
  void countsConcurrentWritersRight() {
    String table = table(ValueType.INT);
    execute("INSERT INTO %s VALUES (1, 0)".formatted(table));
    var add =
        new Statement(
            "UPDATE %s SET value = value + 1 WHERE id = 1".formatted(table), List.of(), List.of());
    List<Future<Integer>> answers =
        IntStream.range(0, 200).mapToObj(_ -> driver().change(add, values())).toList();
    await(Future.all(answers));

    assertThat(await(driver().rows(select(table, ValueType.INT), values())).getFirst().int32(0))
        .isEqualTo(200);
  }

  @Test
  void givesRowsOfStatementsThatWrite() {
    String table = table(ValueType.INT);
    var with =
        new Statement(
            "WITH one AS (SELECT 7 AS value) INSERT INTO %s SELECT 1, value FROM one RETURNING value"
                .formatted(table),
            List.of(),
            List.of(ValueType.INT));

    assertThat(
            await(driver().rows(inserting(table, ValueType.INT), values(2, 2))).getFirst().int32(0))
        .isEqualTo(2);
    assertThat(await(driver().rows(with, values())).getFirst().int32(0)).isEqualTo(7);
    assertThat(counted(driver(), table)).isEqualTo(2);
  }
}
