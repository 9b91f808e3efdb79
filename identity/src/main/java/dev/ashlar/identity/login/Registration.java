package dev.ashlar.identity.login;

import dev.ashlar.model.value.Violation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What came of an attempt to register.
public sealed interface Registration {
  /// Somebody who wants to register.
  ///
  /// @param password as it was typed; a secret, never logged
  record Newcomer(String email, String password, String name) {
    @Override
    public String toString() {
      return "Newcomer[" + email + "]";
    }
  }

  /// The account is made.
  record Registered(UUID user) implements Registration {}

  /// There is an account of that address.
  record Taken() implements Registration {}

  /// Something that was said does not fit.
  record Unfit(List<Violation> violations) implements Registration {
    public Unfit {
      violations = List.copyOf(violations);
    }
  }

  /// Too many came from that address lately.
  ///
  /// @param delay how long until it may be tried again
  record TooSoon(Duration delay) implements Registration {}

  /// Accounts are made by administrators alone.
  record Closed() implements Registration {}
}
