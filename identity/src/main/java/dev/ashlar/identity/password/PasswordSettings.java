package dev.ashlar.identity.password;

/// How passwords are hashed.
///
/// @param cost what one hash costs; a hash made at another cost is still verified
/// @param workers how many hashes are computed at once; each takes a core and the cost's memory
/// @param maxWaiting how many more may wait for a worker before further ones are refused
public record PasswordSettings(HashCost cost, int workers, int maxWaiting) {
  public PasswordSettings {
    if (workers < 1) {
      throw new IllegalArgumentException(
          "passwords need at least one worker, but there are " + workers);
    }
    if (maxWaiting < 1) {
      throw new IllegalArgumentException(
          "at least one password must be able to wait, but maxWaiting is " + maxWaiting);
    }
  }

  /// OWASP's cost, on half the cores, so that a storm of logins leaves the other half to everybody
  /// else.
  public static PasswordSettings defaults() {
    return new PasswordSettings(
        HashCost.DEFAULT, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), 256);
  }
}
