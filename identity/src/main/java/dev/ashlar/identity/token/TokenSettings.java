package dev.ashlar.identity.token;

import java.time.Duration;

/// What access tokens say and how long they hold.
///
/// @param issuer who issues them, for example `https://api.example.com`
/// @param audience whom they are for
/// @param lifetime how long one is valid
/// @param skew how far the clocks of two nodes may differ
public record TokenSettings(String issuer, String audience, Duration lifetime, Duration skew) {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration MOST_SKEW = Duration.ofMinutes(2);

  public TokenSettings {
    if (issuer.isBlank() || audience.isBlank()) {
      throw new IllegalArgumentException(
          "access tokens need an issuer and an audience, but have \"%s\" and \"%s\""
              .formatted(issuer, audience));
    }
    if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "an access token must be valid for one second to %s, not %s; refresh tokens last longer"
              .formatted(LONGEST, lifetime));
    }
    if (skew.isNegative() || skew.compareTo(MOST_SKEW) > 0) {
      throw new IllegalArgumentException(
          "the skew of clocks must lie between zero and %s, not %s".formatted(MOST_SKEW, skew));
    }
  }

  /// Ten minutes, with five seconds between the nodes' clocks.
  public static TokenSettings of(String issuer, String audience) {
    return new TokenSettings(issuer, audience, Duration.ofMinutes(10), Duration.ofSeconds(5));
  }
}
