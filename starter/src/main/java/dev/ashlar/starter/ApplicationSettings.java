package dev.ashlar.starter;

import dev.ashlar.runtime.config.Section;
import dev.ashlar.runtime.config.SettingsType;
import java.nio.file.Path;
import java.util.Optional;

/// Where an application runs and what it does at its start.
///
/// @param host the address it listens on; loopback unless told otherwise
/// @param port the port; 0 takes a free one
/// @param data the folder of the embedded database
/// @param demo whether the demonstration data is planted; by default only in the embedded database
///   of an application on loopback
/// @param migrate what is done where the tables are not as the migrations have them
/// @param sources the folder of the application's sources that has the folder `migrations`
public record ApplicationSettings(
    String host, int port, Path data, Optional<Boolean> demo, Migrate migrate, Path sources) {
  /// Reads `ashlar.*`.
  public static final SettingsType<ApplicationSettings> TYPE =
      new SettingsType<>(ApplicationSettings.class, "ashlar", ApplicationSettings::read);

  /// What is done where the tables are not as the migrations have them.
  public enum Migrate {
    /// The migrations are run.
    AUTO,
    /// The application does not start.
    CHECK
  }

  private static ApplicationSettings read(Section in) {
    return new ApplicationSettings(
        in.text("host").orElse("127.0.0.1"),
        in.integer("port", 0, 65_535).from("PORT").orElse(8080),
        in.path("data").orElse(Path.of("data")),
        in.flag("demo").optional(),
        in.choice("migrate", Migrate.class).orElse(Migrate.AUTO),
        in.path("sources").orElse(Path.of("src/main/resources")));
  }

  /// Whether only this machine can reach it.
  public boolean loopback() {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }
}
