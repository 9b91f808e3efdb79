package dev.ashlar.data.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one migration stands to one database.
///
/// @param message what it is for; empty when it is not known
/// @param unapproved the steps without which it does not run
/// @param applied when and how it was run, if it was
public record MigrationStatus(
    MigrationId id,
    String message,
    State state,
    List<Migration.Step> unapproved,
    Optional<Applied> applied) {
  public MigrationStatus {
    unapproved = List.copyOf(unapproved);
  }

  /// How it stands.
  public enum State {
    /// It ran.
    APPLIED,
    /// It is to come.
    PENDING,
    /// It ran, and its file says something else now.
    EDITED,
    /// It ran, but this program does not know it: a newer one has been here.
    UNKNOWN
  }

  /// When and how it was run.
  public record Applied(Instant at, String by, Duration took) {}
}
