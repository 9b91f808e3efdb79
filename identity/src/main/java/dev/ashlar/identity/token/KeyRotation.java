package dev.ashlar.identity.token;

import java.time.Duration;

/// When keys follow one another.
///
/// @param every how long a key signs before the next one does
/// @param lead how long a new key is known before it signs, so that every node and client has heard
///   of it
/// @param keep how long a key that no longer signs still verifies; at least as long as a token is
///   valid
public record KeyRotation(Duration every, Duration lead, Duration keep) {
  /// A new key every 30 days, known five minutes before it signs, and an hour after.
  public static final KeyRotation DEFAULT =
      new KeyRotation(Duration.ofDays(30), Duration.ofMinutes(5), Duration.ofHours(1));

  /// A new key as often as said, which verifies afterwards as long as any token can be valid.
  public static KeyRotation of(Duration every, TokenSettings tokens) {
    var valid = tokens.lifetime().plus(tokens.skew());
    return new KeyRotation(
        every, DEFAULT.lead(), DEFAULT.keep().compareTo(valid) < 0 ? valid : DEFAULT.keep());
  }

  public KeyRotation {
    if (!every.isPositive()
        || lead.isNegative()
        || keep.isNegative()
        || every.compareTo(lead) <= 0) {
      throw new IllegalArgumentException(
          "keys must follow one another at times above zero that exceed the lead, but every=%s lead=%s keep=%s"
              .formatted(every, lead, keep));
    }
  }
}
