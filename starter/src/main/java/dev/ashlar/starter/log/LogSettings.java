package dev.ashlar.starter.log;

import dev.ashlar.runtime.config.SettingsType;

/// What is logged, and how. Logs go to standard error: standard output is the application's own.
///
/// @param format lines for people or JSON for collectors
/// @param level the least level that is written
public record LogSettings(Format format, Level level) {
  /// Reads `ashlar.log.*`.
  public static final SettingsType<LogSettings> TYPE =
      new SettingsType<>(
          LogSettings.class,
          "ashlar.log",
          in ->
              new LogSettings(
                  in.choice("format", Format.class).orElse(Format.CONSOLE),
                  in.choice("level", Level.class).orElse(Level.INFO)));

  /// What is written before anything is known.
  public static final LogSettings DEFAULT = new LogSettings(Format.CONSOLE, Level.INFO);

  /// How an entry is written.
  public enum Format {
    /// A line for people.
    CONSOLE,
    /// A JSON object for collectors.
    JSON
  }

  /// The least level that is written.
  public enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
  }
}
