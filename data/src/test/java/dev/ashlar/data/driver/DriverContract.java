package dev.ashlar.data.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DataException.Constraint;
import dev.ashlar.data.driver.DataException.Constraint.Rule;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Driver.Step;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every driver does alike; each database's tests extend it.
@TestInstance(Lifecycle.PER_CLASS)
public abstract class DriverContract {
  private static final AtomicInteger TABLES = new AtomicInteger();

  protected final Vertx vertx = Vertx.vertx();

  /// The kind of database the driver is for.
  protected abstract DatabaseKind kind();

  protected abstract Dialect dialect();

  /// The column type of a kind.
  protected abstract String column(ValueType type);

  /// A statement that runs far longer than any test, and gives one column.
  protected abstract String endless();

  private final TestDatabase database = TestDatabase.create(kind());
  private final URI address = database.url();
  private final Driver driver = Drivers.open(vertx, DatabaseConfig.of(address));

  @AfterAll
  void close() {
    await(driver.close());
    await(vertx.close());
    database.close();
  }

  protected Driver driver() {
    return driver;
  }

  protected static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The driver did not answer within 20 seconds.", e);
    }
  }

  private static Throwable failure(Future<?> future) {
    Throwable failure = catchThrowable(() -> await(future));
    assertThat(failure).as("the failure").isNotNull();
    return failure;
  }

  /// Another driver on the same database, with settings of its own.
  protected <T> T with(UnaryOperator<DatabaseConfig> settings, Use<T> use) {
    Driver other = Drivers.open(vertx, settings.apply(DatabaseConfig.of(address)));
    try {
      return use.apply(other);
    } finally {
      await(other.close());
    }
  }

  /// What a test does with a driver.
  protected interface Use<T> {
    T apply(Driver other);
  }

  protected static DatabaseConfig limited(
      DatabaseConfig from, int size, int overflow, int maxWaiting, Duration acquire, Duration run) {
    return new DatabaseConfig(
        from.url(),
        size,
        overflow,
        maxWaiting,
        acquire,
        from.idleTimeout(),
        from.maxLifetime(),
        from.prePing(),
        run,
        from.synchronous());
  }

  protected static String name() {
    return "t" + TABLES.incrementAndGet();
  }

  protected void execute(String sql) {
    await(driver().change(Statement.of(sql), new Object[0]));
  }

  protected static Parameter one(ValueType type) {
    return new Parameter(type, false);
  }

  protected String place(int number, ValueType type) {
    return dialect().place(number, type, false);
  }

  /// `name(id integer primary key, value <type>)`
  private String table(ValueType type) {
    String name = name();
    execute("CREATE TABLE %s (id INTEGER PRIMARY KEY, value %s)".formatted(name, column(type)));
    return name;
  }

  protected Statement insert(String table, ValueType type) {
    return new Statement(
        "INSERT INTO %s (id, value) VALUES (%s, %s)"
            .formatted(table, place(1, ValueType.INT), place(2, type)),
        List.of(one(ValueType.INT), one(type)),
        List.of());
  }

  protected Statement inserting(String table, ValueType type) {
    Statement plain = insert(table, type);
    return new Statement(
        plain.text() + " RETURNING id", plain.parameters(), List.of(ValueType.INT));
  }

  protected Statement select(String table, ValueType type) {
    return new Statement(
        "SELECT %s FROM %s ORDER BY id".formatted(dialect().result("value", type), table),
        List.of(),
        List.of(type));
  }

  protected static Statement count(String table) {
    return new Statement("SELECT count(*) FROM " + table, List.of(), List.of(ValueType.LONG));
  }

  protected long counted(Executor on, String table) {
    return await(on.rows(count(table), new Object[0])).getFirst().int64(0);
  }

  protected static @Nullable Object[] values(@Nullable Object... values) {
    return values;
  }

  // ---- values ----

  private static final ValueType JSON =
      new ValueType(ValueType.Kind.JSON, List.class, List.of(), Optional.<JsonCodec<?>>empty());
  private static final ValueType ENUM =
      new ValueType(ValueType.Kind.ENUM, String.class, List.of("OPEN", "DONE"), Optional.empty());

  record Sample(ValueType type, List<Object> values) {
    @Override
    public String toString() {
      return type.kind().name();
    }
  }

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            ValueType.UUID,
            List.of(
                new UUID(0, 0),
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
                new UUID(-1, -1))),
        new Sample(
            ValueType.STRING,
            List.of(
                "",
                "plain",
                "O'Reilly \"; DROP TABLE x; --",
                "\uD83D\uDE80 \u00fc \u0001 \\ %_ $1 ?",
                "x".repeat(100_000))),
        new Sample(ValueType.BOOLEAN, List.of(true, false)),
        new Sample(ValueType.INT, List.of(0, Integer.MIN_VALUE, Integer.MAX_VALUE)),
        new Sample(ValueType.LONG, List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE)),
        new Sample(
            ValueType.DOUBLE, List.of(0.0, 0.1, -1.5e300, Double.MIN_VALUE, Double.MAX_VALUE)),
        new Sample(
            ValueType.DECIMAL,
            List.of(
                BigDecimal.ZERO,
                new BigDecimal("10.50"),
                new BigDecimal("-1234567890123456789012345678901234567.890"),
                new BigDecimal("0.0000000000000000000000000000000000000001"))),
        new Sample(
            ValueType.INTEGER,
            List.of(BigInteger.ZERO, BigInteger.TEN.pow(40), BigInteger.TWO.pow(200).negate())),
        new Sample(ENUM, List.of("OPEN", "DONE")),
        new Sample(
            ValueType.INSTANT,
            List.of(
                Instant.EPOCH,
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("2026-03-29T01:30:00.000001Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"))),
        new Sample(
            ValueType.DATE,
            List.of(LocalDate.of(1, 1, 1), LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31))),
        new Sample(ValueType.TIME, List.of(LocalTime.MIDNIGHT, LocalTime.parse("23:59:59.999999"))),
        new Sample(
            ValueType.DATE_TIME,
            List.of(
                LocalDateTime.parse("0001-01-01T00:00:00"),
                LocalDateTime.parse("1960-06-01T12:00:00.000001"),
                LocalDateTime.parse("9999-12-31T23:59:59.999999"))),
        new Sample(
            ValueType.DURATION,
            List.of(
                Duration.ZERO, Duration.ofNanos(-1_000), Duration.ofDays(40_000).plusNanos(5_000))),
        new Sample(
            ValueType.BYTES,
            List.of(new byte[0], new byte[] {0, -1, 127, -128, 39}, new byte[100_000])),
        new Sample(JSON, List.of("{\"a\": [1, null, \"\u00fc'\"]}", "[]")));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void keepsValuesOfEveryKind(Sample sample) {
    String table = table(sample.type());
    Statement insert = insert(table, sample.type());
    int id = 0;
    for (Object value : sample.values()) {
      assertThat(await(driver().change(insert, values(id++, value)))).isEqualTo(1);
    }
    await(driver().change(insert, values(id, null)));

    List<Row> rows = await(driver().rows(select(table, sample.type()), values()));

    assertThat(rows).hasSize(sample.values().size() + 1);
    for (int i = 0; i < sample.values().size(); i++) {
      assertThat(rows.get(i).value(0)).isEqualTo(sample.values().get(i));
    }
    assertThat(rows.getLast().value(0)).isNull();
    assertThat(rows.getLast().isNull(0)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsValuesOfEveryKindAmongMany(Sample sample) {
    assumeThat(sample.type().comparable()).as("a kind that can be compared").isTrue();
    String table = table(sample.type());
    await(driver().batch(insert(table, sample.type()), numbered(sample.values())));
    var member =
        new Statement(
            "SELECT id FROM %s WHERE %s"
                .formatted(
                    table,
                    dialect()
                        .member("value", dialect().place(1, sample.type(), true), sample.type())),
            List.of(new Parameter(sample.type(), true)),
            List.of(ValueType.INT));

    assertThat(await(driver().rows(member, values(sample.values()))))
        .hasSize(sample.values().size());
    assertThat(await(driver().rows(member, values(sample.values().subList(0, 1))))).hasSize(1);
    assertThat(await(driver().rows(member, values(List.of())))).isEmpty();
  }

  private static List<@Nullable Object[]> numbered(List<?> values) {
    var numbered = new ArrayList<@Nullable Object[]>();
    for (Object value : values) {
      numbered.add(values(numbered.size(), value));
    }
    return numbered;
  }

  @Test
  void comparesDecimalsByNumber() {
    String table = table(ValueType.DECIMAL);
    var decimals = Stream.of("10", "9", "-3", "1.00", "0.5").map(BigDecimal::new);
    await(
        driver()
            .batch(
                insert(table, ValueType.DECIMAL),
                numbered(decimals.map(Object.class::cast).toList())));
    var sorted =
        new Statement(
            "SELECT value FROM %s ORDER BY value".formatted(table),
            List.of(),
            List.of(ValueType.DECIMAL));
    var equal =
        new Statement(
            "SELECT id FROM %s WHERE value = %s".formatted(table, place(1, ValueType.DECIMAL)),
            List.of(one(ValueType.DECIMAL)),
            List.of(ValueType.INT));

    assertThat(
            await(driver().rows(sorted, values())).stream().map(row -> row.decimal(0).toString()))
        .containsExactly("-3", "0.5", "1.00", "9", "10");
    assertThat(await(driver().rows(equal, values(new BigDecimal("1.0"))))).hasSize(1);
  }

  @Test
  void ordersUuidsAsUnsignedBytes() {
    String table = table(ValueType.UUID);
    var low = new UUID(1, 1);
    var high = new UUID(-1, 1);
    await(driver().batch(insert(table, ValueType.UUID), numbered(List.of(high, low))));
    var sorted =
        new Statement(
            "SELECT value FROM %s ORDER BY value".formatted(table),
            List.of(),
            List.of(ValueType.UUID));

    assertThat(await(driver().rows(sorted, values())).stream().map(row -> row.uuid(0)))
        .containsExactly(low, high);
  }

  @Test
  void tellsWhichValueDoesNotFit() {
    String table = table(ValueType.INT);

    assertThat(failure(driver().change(insert(table, ValueType.INT), values(1, "one"))))
        .isInstanceOf(DataException.Faulty.class);
    assertThat(failure(driver().change(insert(table, ValueType.INT), values(1))))
        .isInstanceOf(DataException.Faulty.class)
        .hasMessageContaining("takes 2 values, but 1");
    assertThat(counted(driver(), table)).isZero();
  }

  // ---- failures ----

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
            config -> limited(config, 2, 2, 100, Duration.ofSeconds(5), Duration.ofMillis(200)),
            other -> {
              Throwable failure =
                  failure(
                      other.rows(
                          new Statement(endless(), List.of(), List.of(ValueType.LONG)), values()));
              await(other.ping());
              return failure;
            });

    assertThat(failed).isInstanceOf(DataException.Unavailable.class);
  }

  @Test
  void saysThatItIsClosed() {
    Driver other = Drivers.open(vertx, DatabaseConfig.of(address));
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
    Driver other = Drivers.open(vertx, DatabaseConfig.of(address));
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

  // ---- batches and units ----

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

  // ---- sessions ----

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
        config -> limited(config, 1, 0, 2, Duration.ofMillis(200), Duration.ofSeconds(20)),
        other -> {
          Session holder = await(other.begin(Mode.WRITE));
          Throwable late = failure(other.begin(Mode.WRITE));
          assertThat(late)
              .isInstanceOf(DataException.Unavailable.class)
              .hasMessageContaining("PT0.2S");
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
        config -> limited(config, 1, 0, 10, Duration.ofSeconds(10), Duration.ofMillis(300)),
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

  // ---- threads ----

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
        config -> limited(config, 2, 2, 100, Duration.ofSeconds(5), Duration.ofMillis(500)),
        other -> {
          vertx.runOnContext(
              _ -> {
                Future<?> slow =
                    other.rows(
                        new Statement(endless(), List.of(), List.of(ValueType.LONG)), values());
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
