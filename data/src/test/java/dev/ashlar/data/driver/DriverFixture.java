package dev.ashlar.data.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ashlar.data.Drivers;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// What the tests of drivers share: a driver on the database of the run, and statements for it.
abstract class DriverFixture {
  private static final AtomicInteger TABLES = new AtomicInteger();

  final Vertx vertx = Vertx.vertx();

  private final URI address;
  private final Driver driver;
  private final Engine engine;

  DriverFixture(TestDatabase database) {
    address = database.url();
    driver = Drivers.open(vertx, DatabaseConfig.of(address));
    engine = Engine.of(database.kind());
  }

  @AfterEach
  void close() {
    await(driver.close());
    await(vertx.close());
  }

  Engine engine() {
    return engine;
  }

  Driver driver() {
    return driver;
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The driver did not answer within 20 seconds.", e);
    }
  }

  static Throwable failure(Future<?> future) {
    Throwable failure = catchThrowable(() -> await(future));
    assertThat(failure).as("the failure").isNotNull();
    return failure;
  }

  /// Another driver on the same database.
  Driver another() {
    return Drivers.open(vertx, DatabaseConfig.of(address));
  }

  /// Another driver on the same database, with settings of its own.
  <T> T with(UnaryOperator<DatabaseConfig> settings, Use<T> use) {
    Driver other = Drivers.open(vertx, settings.apply(DatabaseConfig.of(address)));
    try {
      return use.apply(other);
    } finally {
      await(other.close());
    }
  }

  /// What a test does with a driver.
  interface Use<T> {
    T apply(Driver other);
  }

  static DatabaseConfig limited(
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

  static String name() {
    return "t" + TABLES.incrementAndGet();
  }

  void execute(String sql) {
    await(driver().change(Statement.of(sql), new Object[0]));
  }

  static Parameter one(ValueType type) {
    return new Parameter(type, false);
  }

  String place(int number, ValueType type) {
    return engine.dialect().place(number, type, false);
  }

  /// `name(id integer primary key, value <type>)`
  String table(ValueType type) {
    String name = name();
    execute(
        "CREATE TABLE %s (id INTEGER PRIMARY KEY, value %s)".formatted(name, engine.column(type)));
    return name;
  }

  Statement insert(String table, ValueType type) {
    return new Statement(
        "INSERT INTO %s (id, value) VALUES (%s, %s)"
            .formatted(table, place(1, ValueType.INT), place(2, type)),
        List.of(one(ValueType.INT), one(type)),
        List.of());
  }

  Statement inserting(String table, ValueType type) {
    Statement plain = insert(table, type);
    return new Statement(
        plain.text() + " RETURNING id", plain.parameters(), List.of(ValueType.INT));
  }

  Statement select(String table, ValueType type) {
    return new Statement(
        "SELECT %s FROM %s ORDER BY id".formatted(engine.dialect().result("value", type), table),
        List.of(),
        List.of(type));
  }

  static Statement count(String table) {
    return new Statement("SELECT count(*) FROM " + table, List.of(), List.of(ValueType.LONG));
  }

  long counted(Executor on, String table) {
    return await(on.rows(count(table), new Object[0])).getFirst().int64(0);
  }

  static @Nullable Object[] values(@Nullable Object... values) {
    return values;
  }

  static List<@Nullable Object[]> numbered(List<?> values) {
    var numbered = new ArrayList<@Nullable Object[]>();
    for (Object value : values) {
      numbered.add(values(numbered.size(), value));
    }
    return numbered;
  }
}
