package dev.ashlar.identity.password;

/// More passwords are waiting to be hashed than may wait. The request is to be refused as one of
/// too many (503).
public final class PasswordsBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PasswordsBusyException(PasswordSettings settings, Throwable cause) {
    super(
        "all %d password workers are busy and %d passwords wait already; try again, or raise workers or maxWaiting"
            .formatted(settings.workers(), settings.maxWaiting()),
        cause);
  }
}
