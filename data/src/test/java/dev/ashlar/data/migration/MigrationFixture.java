package dev.ashlar.data.migration;

import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.migration.Migrations.Settings;
import dev.ashlar.data.postgres.PostgresDialect;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sqlite.SqliteDialect;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A database, a module's folder of migrations, and a program that makes and runs them.
final class MigrationFixture implements AutoCloseable {
  static final String MODULE = "app";

  private final TestDatabase database;
  private final Vertx vertx = Vertx.vertx();
  private final Driver driver;
  private final Path folder;

  MigrationFixture(DatabaseKind kind) {
    this.database = TestDatabase.create(kind);
    this.driver = open();
    try {
      this.folder = Files.createTempDirectory("ashlar-migrations-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Waiting.on(driver.close());
    Waiting.on(vertx.close());
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A further program's way to the database.
  Driver open() {
    return Drivers.open(vertx, DatabaseConfig.of(database.url()));
  }

  Driver driver() {
    return driver;
  }

  Path folder() {
    return folder;
  }

  Dialect dialect() {
    return switch (database.kind()) {
      case POSTGRESQL -> new PostgresDialect();
      case SQLITE -> new SqliteDialect();
    };
  }

  boolean isPostgres() {
    return database.kind() == DatabaseKind.POSTGRESQL;
  }

  History history() {
    return History.read(MODULE, folder);
  }

  Migrations migrations() {
    return migrations(driver, Duration.ofSeconds(20));
  }

  Migrations migrations(Driver driver, Duration lockWait) {
    return new Migrations(
        driver,
        dialect(),
        List.of(history()),
        new Settings("test 1.0", lockWait, Clock.systemUTC()));
  }

  /// Makes the migration to an image, with nothing approved.
  MigrationWriter.Made make(String message, SchemaImage image, String... dropped) {
    return writer().make(message, image, Set.of(dropped)).orElseThrow();
  }

  MigrationWriter writer() {
    return new MigrationWriter(MODULE, folder, List.of());
  }

  /// Approves every step of a migration, as a reviewer would.
  void approve(MigrationWriter.Made made) {
    edit(made, "migration.txt", text -> text.replace("# approved:", "approved:"));
  }

  void edit(MigrationWriter.Made made, String file, java.util.function.UnaryOperator<String> edit) {
    try {
      Path path = made.folder().resolve(file);
      Files.writeString(path, edit.apply(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the migration to an image, approves it and runs it.
  void migrate(String message, SchemaImage image, String... dropped) {
    approve(make(message, image, dropped));
    migrations().up();
  }

  void execute(String sql) {
    Waiting.on(driver.change(Statement.of(sql), new Object[0]));
  }

  /// One column of a query's rows.
  List<Optional<Object>> values(String sql, ValueType type) {
    var statement = new Statement(sql, List.of(), List.of(type));
    return Waiting.on(driver.rows(statement, new Object[0])).stream()
        .map(row -> Optional.ofNullable(row.value(0)))
        .collect(Collectors.toList());
  }

  List<Object> texts(String sql) {
    return values(sql, ValueType.STRING).stream().<Object>map(it -> it.orElse("null")).toList();
  }

  /// A key as a literal.
  String key(int number) {
    String digits = "%032x".formatted(number);
    return isPostgres() ? "'" + digits + "'" : "X'" + digits + "'";
  }

  String yes() {
    return isPostgres() ? "true" : "1";
  }
}
