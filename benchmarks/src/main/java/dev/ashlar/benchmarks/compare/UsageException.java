package dev.ashlar.benchmarks.compare;

/// An option or a contender file that cannot be followed; the message is for the person who wrote
/// it.
final class UsageException extends RuntimeException {

  UsageException(String message) {
    super(message);
  }
}
