package dev.ashlar.data.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DataException.Constraint;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.DatabaseConfig.Synchronous;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Driver.Step;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.value.ValueType;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only SQLite can do to a driver.
final class SqliteDriverTest {
  private static final Object[] NONE = {};
  private static final Parameter INT = new Parameter(ValueType.INT, false);
  private static final String ENDLESS =
      "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)";

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final List<Driver> drivers = new ArrayList<>();

  @AfterEach
  void close() {
    drivers.forEach(driver -> await(driver.close()));
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The driver did not answer within 20 seconds.", e);
    }
  }

  private Driver open(String name, Duration acquire, Duration run) {
    var driver =
        new SqliteDriver(
            vertx,
            new DatabaseConfig(
                URI.create("sqlite:" + folder.resolve(name)),
                2,
                0,
                1_000,
                acquire,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                true,
                run,
                Synchronous.NORMAL));
    drivers.add(driver);
    return driver;
  }

  private Driver open() {
    return open("test.db", Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  private static void execute(Driver driver, String text) {
    await(driver.change(Statement.of(text), NONE));
  }

  private static long count(Driver driver, String table) {
    var count = new Statement("SELECT count(*) FROM " + table, List.of(), List.of(ValueType.LONG));
    return await(driver.rows(count, NONE)).getFirst().int64(0);
  }

  @Test
  void blamesOnlyTheUnitWhoseDeferredReferenceIsBroken() {
    Driver driver = open();
    execute(driver, "CREATE TABLE parent (id INTEGER PRIMARY KEY)");
    execute(
        driver,
        "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
    execute(driver, "INSERT INTO parent VALUES (1)");
    var insert = new Statement("INSERT INTO child VALUES (?1, ?2)", List.of(INT, INT), List.of());
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(driver.change(insert, new Object[] {i, i % 10 == 0 ? 99 : 1}));
    }
    await(Future.join(answers).otherwiseEmpty());

    for (int i = 0; i < 60; i++) {
      assertThat(answers.get(i).failed()).isEqualTo(i % 10 == 0);
    }
    assertThat(answers.getFirst().cause()).isInstanceOf(Constraint.class);
    assertThat(count(driver, "child")).isEqualTo(54);
  }

  @Test
  void stopsASlowChangeAndKeepsThoseBesideIt() {
    Driver driver = open("test.db", Duration.ofSeconds(10), Duration.ofSeconds(2));
    execute(driver, "CREATE TABLE log (id INTEGER PRIMARY KEY)");
    var insert = new Statement("INSERT INTO log VALUES (?1)", List.of(INT), List.of());
    var slow = Statement.of("INSERT INTO log " + ENDLESS + " SELECT n + 1000 FROM numbers");
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(i == 10 ? driver.change(slow, NONE) : driver.change(insert, new Object[] {i}));
    }
    await(Future.join(answers).otherwiseEmpty());

    assertThat(answers.get(10).cause()).isInstanceOf(DataException.Unavailable.class);
    assertThat(answers.stream().filter(Future::succeeded)).hasSize(19);
    assertThat(count(driver, "log")).isEqualTo(19);
  }

  @Test
  void stopsASlowStepOfAUnitWithTheWholeUnit() {
    Driver driver = open("test.db", Duration.ofSeconds(10), Duration.ofSeconds(2));
    execute(driver, "CREATE TABLE log (id INTEGER PRIMARY KEY)");
    var first =
        new Statement("INSERT INTO log VALUES (1) RETURNING id", List.of(), List.of(ValueType.INT));
    var slow = Statement.of("INSERT INTO log " + ENDLESS + " SELECT n + 1000 FROM numbers");

    assertThatThrownBy(
            () -> await(driver.unit(List.of(new Step(first, NONE), new Step(slow, NONE)))))
        .isInstanceOf(DataException.Unavailable.class);
    assertThat(count(driver, "log")).isZero();
  }

  @Test
  void losesTheWholeSessionWithASlowStatement() {
    Driver driver = open("test.db", Duration.ofSeconds(10), Duration.ofSeconds(2));
    execute(driver, "CREATE TABLE log (id INTEGER PRIMARY KEY)");
    Session session = await(driver.begin(Mode.WRITE));
    Session.Savepoint savepoint = await(session.savepoint());
    var slow = Statement.of("INSERT INTO log " + ENDLESS + " SELECT n + 1000 FROM numbers");

    assertThatThrownBy(() -> await(session.change(slow, NONE)))
        .isInstanceOf(DataException.Unavailable.class);
    assertThatThrownBy(() -> await(session.rollbackTo(savepoint)))
        .isInstanceOf(DataException.Conflict.class);
    await(session.rollback());
    execute(driver, "INSERT INTO log VALUES (1)");
    assertThat(count(driver, "log")).isEqualTo(1);
  }

  @Test
  void reportsAnotherProgramThatWritesAsAConflict() throws SQLException {
    Driver driver = open("test.db", Duration.ofSeconds(2), Duration.ofSeconds(10));
    execute(driver, "CREATE TABLE log (id INTEGER PRIMARY KEY)");
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> execute(driver, "INSERT INTO log VALUES (1)"))
          .isInstanceOf(DataException.Conflict.class);
      assertThatThrownBy(() -> await(driver.begin(Mode.WRITE))).isInstanceOf(DataException.class);
      statement.execute("ROLLBACK");
    }
    execute(driver, "INSERT INTO log VALUES (1)");
    assertThat(count(driver, "log")).isEqualTo(1);
  }

  @Test
  void doesNotLetChangesWaitForeverForASession() {
    Driver driver = open("test.db", Duration.ofSeconds(1), Duration.ofSeconds(10));
    execute(driver, "CREATE TABLE log (id INTEGER PRIMARY KEY)");
    Session holder = await(driver.begin(Mode.WRITE));

    assertThatThrownBy(() -> execute(driver, "INSERT INTO log VALUES (1)"))
        .isInstanceOf(DataException.Unavailable.class)
        .hasMessageContaining("PT1S");
    await(holder.commit());
    execute(driver, "INSERT INTO log VALUES (2)");
    assertThat(count(driver, "log")).isEqualTo(1);
  }

  @Test
  void freesTheConnectionOfAForgottenSnapshot() {
    Driver driver = open("test.db", Duration.ofSeconds(10), Duration.ofSeconds(1));
    Session first = await(driver.begin(Mode.SNAPSHOT));
    Session second = await(driver.begin(Mode.SNAPSHOT));
    // There are but two connections for snapshots.
    Session third = await(driver.begin(Mode.SNAPSHOT));

    assertThatThrownBy(() -> await(first.commit()))
        .isInstanceOf(DataException.Unavailable.class)
        .hasMessageContaining("PT1S");
    await(Future.join(second.rollback(), third.rollback()).otherwiseEmpty());
    await(await(driver.begin(Mode.SNAPSHOT)).commit());
  }

  @Test
  void readsWhileTheWriterIsTakenAndSnapshotsAreOpen() {
    Driver driver = open();
    execute(driver, "CREATE TABLE log (id INTEGER PRIMARY KEY)");
    Session writer = await(driver.begin(Mode.WRITE));
    Session left = await(driver.begin(Mode.SNAPSHOT));
    Session right = await(driver.begin(Mode.SNAPSHOT));
    await(writer.change(Statement.of("INSERT INTO log VALUES (1)"), NONE));

    assertThat(count(driver, "log")).isZero();
    await(writer.commit());
    assertThat(count(driver, "log")).isEqualTo(1);
    await(left.commit());
    await(right.commit());
  }

  @Test
  void seesEqualDecimalsAsDuplicates() {
    Driver driver = open();
    execute(driver, "CREATE TABLE price (value TEXT COLLATE ASHLAR_DECIMAL UNIQUE)");
    var insert =
        new Statement(
            "INSERT INTO price VALUES (?1)",
            List.of(new Parameter(ValueType.DECIMAL, false)),
            List.of());
    await(driver.change(insert, new Object[] {new BigDecimal("1.0")}));

    assertThatThrownBy(() -> await(driver.change(insert, new Object[] {new BigDecimal("1.00")})))
        .isInstanceOfSatisfying(
            Constraint.class, broken -> assertThat(broken.name()).isEqualTo("price.value"));
    await(driver.change(insert, new Object[] {new BigDecimal("1E+1")}));
    assertThatThrownBy(() -> await(driver.change(insert, new Object[] {BigDecimal.TEN})))
        .isInstanceOf(Constraint.class);
  }

  @Test
  void runsPragmasOutsideOfTransactions() {
    Driver driver = open();
    execute(driver, "CREATE TABLE parent (id INTEGER PRIMARY KEY)");
    execute(driver, "CREATE TABLE child (parent INTEGER REFERENCES parent)");
    execute(driver, "PRAGMA foreign_keys = OFF");
    execute(driver, "INSERT INTO child VALUES (1)");
    execute(driver, "PRAGMA foreign_keys = ON");

    assertThatThrownBy(() -> execute(driver, "INSERT INTO child VALUES (2)"))
        .isInstanceOf(Constraint.class);
    assertThat(count(driver, "child")).isEqualTo(1);
  }

  @Test
  void foldsTheLogIntoTheFileWhenClosed() throws IOException {
    Driver driver = open();
    execute(driver, "CREATE TABLE log (id INTEGER PRIMARY KEY)");
    assertThat(count(driver, "log")).isZero();
    await(driver.close());

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("test.db"));
    }
  }

  @Test
  void keepsWhatWasCommittedForTheNextStart() {
    Driver driver = open();
    execute(driver, "CREATE TABLE log (id INTEGER PRIMARY KEY)");
    execute(driver, "INSERT INTO log VALUES (1)");
    await(driver.close());

    assertThat(count(open(), "log")).isEqualTo(1);
  }

  @Test
  void tellsWhichFileCannotBeOpened() throws IOException {
    Files.createDirectory(folder.resolve("folder.db"));
    Files.writeString(
        folder.resolve("letter.db"), "Dear reader, this is not a database. ".repeat(40));

    for (String name : List.of("folder.db", "letter.db")) {
      Driver driver = open(name, Duration.ofSeconds(1), Duration.ofSeconds(1));
      assertThatThrownBy(() -> await(driver.ping())).isInstanceOf(DataException.Unavailable.class);
      assertThatThrownBy(() -> execute(driver, "CREATE TABLE log (id INTEGER)"))
          .isInstanceOf(DataException.Unavailable.class)
          .hasMessageContaining(name);
    }
  }
}
