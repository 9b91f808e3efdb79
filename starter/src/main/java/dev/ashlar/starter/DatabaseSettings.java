package dev.ashlar.starter;

import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.DatabaseConfig.Synchronous;
import dev.ashlar.runtime.config.Section;
import dev.ashlar.runtime.config.SettingsType;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Which database an application uses, and how.
///
/// @param url where it is; empty for the embedded database
/// @param config everything else, of a database that is elsewhere
public record DatabaseSettings(Optional<URI> url, DatabaseConfig config) {
  /// Reads `ashlar.database.*`.
  public static final SettingsType<DatabaseSettings> TYPE =
      new SettingsType<>(DatabaseSettings.class, "ashlar.database", DatabaseSettings::read);

  private static DatabaseSettings read(Section in) {
    var url = in.uri("url").from("DATABASE_URL").optional();
    var defaults = DatabaseConfig.of(url.orElse(URI.create("sqlite:none")));
    return new DatabaseSettings(
        url,
        new DatabaseConfig(
            defaults.url(),
            in.integer("pool-size", 1, 1_000).orElse(defaults.poolSize()),
            in.integer("overflow", 0, 1_000).orElse(defaults.overflow()),
            in.integer("max-waiting", 0, 1_000_000).orElse(defaults.maxWaiting()),
            in.duration("acquire-timeout").orElse(defaults.acquireTimeout()),
            in.duration("idle-timeout").orElse(defaults.idleTimeout()),
            in.duration("max-lifetime").orElse(defaults.maxLifetime()),
            in.flag("pre-ping").orElse(defaults.prePing()),
            in.duration("statement-timeout").orElse(defaults.statementTimeout()),
            in.choice("synchronous", Synchronous.class).orElse(defaults.synchronous())));
  }

  /// Whether the database is part of the application's own process.
  public boolean embedded() {
    return url.isEmpty() || "sqlite".equals(url.get().getScheme());
  }

  /// The database's configuration; without an address, that of a file in a folder.
  public DatabaseConfig at(Path folder, String name) {
    if (url.isPresent()) {
      return config;
    }
    URI file =
        URI.create("sqlite:" + folder.resolve(name + ".db").toAbsolutePath().toUri().getRawPath());
    return new DatabaseConfig(
        file,
        config.poolSize(),
        config.overflow(),
        config.maxWaiting(),
        config.acquireTimeout(),
        config.idleTimeout(),
        config.maxLifetime(),
        config.prePing(),
        config.statementTimeout(),
        config.synchronous());
  }
}
