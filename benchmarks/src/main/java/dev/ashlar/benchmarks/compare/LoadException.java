package dev.ashlar.benchmarks.compare;

/// A contender that does not serve as its file says.
final class LoadException extends RuntimeException {

  LoadException(String message) {
    super(message);
  }

  LoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
