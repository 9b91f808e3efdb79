package dev.ashlar.testing.database;

/// A database of the asked kind cannot run on this machine. Tests that need it are aborted, not
/// passed.
public final class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
