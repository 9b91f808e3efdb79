package dev.ashlar.identity.login;

import java.time.Duration;

/// What came of an attempt to log in.
public sealed interface Login {
  /// The user is logged in.
  record LoggedIn(Tokens tokens) implements Login {}

  /// The password is not right, or there is no such account, or it is not active: nobody is told
  /// which.
  record Refused() implements Login {}

  /// Too many attempts failed; the password was not looked at.
  ///
  /// @param delay how long until it may be tried again
  record TooSoon(Duration delay) implements Login {}
}
