package dev.ashlar.data;

import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.postgres.PostgresDialect;
import dev.ashlar.data.postgres.PostgresDriver;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sqlite.SqliteDialect;
import dev.ashlar.data.sqlite.SqliteDriver;
import io.vertx.core.Vertx;

/// Chooses the way to a database by its address.
public final class Drivers {
  private Drivers() {}

  /// Makes a driver. It connects when it is first asked; `ping` tells early whether it can.
  ///
  /// @throws IllegalArgumentException when the URL names no database that Ashlar knows, or not
  ///   wholly
  public static Driver open(Vertx vertx, DatabaseConfig config) {
    return switch (Kind.of(config)) {
      case POSTGRESQL -> new PostgresDriver(vertx, config);
      case SQLITE -> new SqliteDriver(vertx, config);
    };
  }

  /// How that database writes its SQL.
  ///
  /// @throws IllegalArgumentException when the URL names no database that Ashlar knows
  public static Dialect dialect(DatabaseConfig config) {
    return switch (Kind.of(config)) {
      case POSTGRESQL -> new PostgresDialect();
      case SQLITE -> new SqliteDialect();
    };
  }

  private enum Kind {
    POSTGRESQL,
    SQLITE;

    static Kind of(DatabaseConfig config) {
      String scheme = config.url().getScheme();
      return switch (scheme == null ? "" : scheme) {
        case "postgresql", "postgres" -> POSTGRESQL;
        case "sqlite" -> SQLITE;
        default ->
            throw new IllegalArgumentException(
                "The database URL starts with \"%s\". Write it as postgresql://user:password@host:port/name or sqlite:path/to/file."
                    .formatted(scheme == null ? "" : scheme + ":"));
      };
    }
  }
}
