package dev.ashlar.identity.token;

import java.time.Duration;

/// How long logins last.
///
/// @param idle how long a refresh token may wait for its use
/// @param session how long a login lasts at most, however often it is refreshed
/// @param grace how long a used token may be used once more, for clients that lose an answer and
///   ask again; zero for never, since a thief has the same time
public record RefreshSettings(Duration idle, Duration session, Duration grace) {
  private static final Duration MOST_GRACE = Duration.ofMinutes(1);

  /// Thirty days without use, ninety in all, no second use.
  public static final RefreshSettings DEFAULT =
      new RefreshSettings(Duration.ofDays(30), Duration.ofDays(90), Duration.ZERO);

  public RefreshSettings {
    if (!idle.isPositive() || session.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          "a login must last at least as long as it may be idle, and longer than nothing, but session=%s idle=%s"
              .formatted(session, idle));
    }
    if (grace.isNegative() || grace.compareTo(MOST_GRACE) > 0) {
      throw new IllegalArgumentException(
          "a used refresh token may be accepted again for zero to %s, not %s"
              .formatted(MOST_GRACE, grace));
    }
  }
}
