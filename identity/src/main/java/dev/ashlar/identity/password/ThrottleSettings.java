package dev.ashlar.identity.password;

import java.time.Duration;

/// How the guessing of passwords is slowed down.
///
/// @param account what one account bears
/// @param address what one address bears; more, since an office shares one
/// @param forgetAfter after how long without a failure all is forgotten
/// @param remembered how many accounts, and how many addresses, are remembered at most
public record ThrottleSettings(Limit account, Limit address, Duration forgetAfter, int remembered) {
  public ThrottleSettings {
    if (remembered < 1) {
      throw new IllegalArgumentException(
          "a throttle must remember at least one, not " + remembered);
    }
    requireLonger(forgetAfter, account.longest());
    requireLonger(forgetAfter, address.longest());
  }

  /// Five free failures and up to a minute for an account, so that nobody can lock its owner out
  /// for long; fifty and up to a quarter of an hour for an address.
  public static ThrottleSettings defaults() {
    return new ThrottleSettings(
        new Limit(5, Duration.ofSeconds(1), Duration.ofMinutes(1)),
        new Limit(50, Duration.ofSeconds(1), Duration.ofMinutes(15)),
        Duration.ofHours(1),
        50_000);
  }

  private static void requireLonger(Duration forgetAfter, Duration longest) {
    if (forgetAfter.compareTo(longest) <= 0) {
      throw new IllegalArgumentException(
          "failures are forgotten after %s, before the longest delay of %s is over; raise forgetAfter"
              .formatted(forgetAfter, longest));
    }
  }

  /// What is borne before one must wait, and how long then.
  ///
  /// @param free failures without a delay
  /// @param first the first delay; each further failure doubles it
  /// @param longest the longest delay
  public record Limit(int free, Duration first, Duration longest) {
    public Limit {
      if (free < 1 || !first.isPositive() || longest.compareTo(first) < 0) {
        throw new IllegalArgumentException(
            "a limit needs a free attempt, a first delay and a longest one not below it, but has %d, %s, %s"
                .formatted(free, first, longest));
      }
    }

    /// How long to wait after so many failures.
    Duration delay(int failures) {
      if (failures < free) {
        return Duration.ZERO;
      }
      var delay = first;
      for (int i = free; i < failures && delay.compareTo(longest) < 0; i++) {
        delay = delay.multipliedBy(2);
      }
      return delay.compareTo(longest) < 0 ? delay : longest;
    }
  }
}
