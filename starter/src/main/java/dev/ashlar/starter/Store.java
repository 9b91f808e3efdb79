package dev.ashlar.starter;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.MigrationStatus;
import dev.ashlar.data.migration.MigrationStatus.State;
import dev.ashlar.data.migration.Migrations;
import dev.ashlar.data.migration.Migrations.Ran;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.operation.UserCode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.Locale;

/// An application's database and its migrations.
final class Store implements AutoCloseable {
  private final Vertx vertx;
  private final Database database;
  private final Parts parts;

  private Store(Vertx vertx, Database database, Parts parts) {
    this.vertx = vertx;
    this.database = database;
    this.parts = parts;
  }

  /// Makes what a store runs on; it needs no settings.
  static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions()
            // As many as serve: the database's connections are shared out among event loops.
            .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
            // Measured: a tenth less CPU for a row by its key.
            .setPreferNativeTransport(true)
            // Nothing is served from the class path by name: no cache folder is needed.
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  static Store open(Vertx vertx, Parts parts, Config config) {
    DatabaseConfig where =
        config
            .get(DatabaseSettings.TYPE)
            .at(config.get(ApplicationSettings.TYPE).data(), parts.name());
    var driver = Drivers.open(vertx, where);
    return new Store(vertx, new Database(driver, Drivers.dialect(where), parts.model()), parts);
  }

  Parts parts() {
    return parts;
  }

  Vertx runtime() {
    return vertx;
  }

  Database database() {
    return database;
  }

  Migrations migrations() {
    var loader = Store.class.getClassLoader();
    var histories =
        parts.allModules().stream().map(module -> History.load(module.name(), loader)).toList();
    return new Migrations(
        database.driver(),
        database.dialect(),
        histories,
        Migrations.Settings.of(parts.name() + " " + parts.version()));
  }

  /// Makes the tables what the migrations have them, or refuses to begin.
  ///
  /// @return the migrations that were run
  List<Ran> prepare(ApplicationSettings.Migrate migrate) {
    return switch (migrate) {
      case AUTO -> migrations().up();
      case CHECK -> {
        refuseOldTables();
        yield List.of();
      }
    };
  }

  private void refuseOldTables() {
    List<String> behind =
        migrations().status().stream()
            .filter(status -> refused(status.state()))
            .map(Store::said)
            .toList();
    if (!behind.isEmpty()) {
      throw new IllegalStateException(
          "The tables are not as the migrations have them: %s. Run `migrate up`, or set ashlar.migrate=auto."
              .formatted(String.join(", ", behind)));
    }
  }

  /// A newer program's migrations are no hindrance: while one is rolled out, the older one may
  /// start.
  private static boolean refused(State state) {
    return switch (state) {
      case PENDING, EDITED -> true;
      case APPLIED, UNKNOWN -> false;
    };
  }

  private static String said(MigrationStatus status) {
    return status.id() + " is " + status.state().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    UserCode.await(database.driver().close());
    UserCode.await(vertx.close());
  }
}
