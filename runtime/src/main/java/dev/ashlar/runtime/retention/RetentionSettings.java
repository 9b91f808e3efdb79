package dev.ashlar.runtime.retention;

import dev.ashlar.runtime.config.SettingsType;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// How long the framework's own rows are kept.
///
/// @param idempotency how long a request sent again is answered by what was done, at least
/// @param outbox how long events wait for those who follow, at least
/// @param audit how long audit entries are kept, at least; for ever where nothing is said
/// @param every how often what is older is deleted, by one of all nodes
public record RetentionSettings(
    Duration idempotency, Duration outbox, Optional<Duration> audit, Duration every) {
  /// Reads `ashlar.retention.*`.
  public static final SettingsType<RetentionSettings> TYPE =
      new SettingsType<>(
          RetentionSettings.class,
          "ashlar.retention",
          in ->
              new RetentionSettings(
                  in.duration("idempotency").orElse(Duration.ofHours(24)),
                  in.duration("outbox").orElse(Duration.ofDays(7)),
                  in.duration("audit").optional(),
                  in.duration("every").orElse(Duration.ofMinutes(5))));

  public RetentionSettings {
    Stream.concat(Stream.of(idempotency, outbox, every), audit.stream())
        .filter(time -> !time.isPositive())
        .findFirst()
        .ifPresent(
            time -> {
              throw new IllegalArgumentException(
                  "rows are kept, and looked through, for times above zero, not " + time);
            });
  }
}
