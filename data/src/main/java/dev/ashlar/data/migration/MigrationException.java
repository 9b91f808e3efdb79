package dev.ashlar.data.migration;

import java.io.Serial;
import java.util.List;

/// A migration cannot be made, read or run.
public sealed class MigrationException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  MigrationException(String message) {
    super(message);
  }

  MigrationException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Files that do not say what they should, or do not fit each other.
  public static final class Malformed extends MigrationException {
    @Serial private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }

    Malformed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// A change of the model that can be meant in two ways, or cannot be made at all.
  public static final class Ambiguous extends MigrationException {
    @Serial private static final long serialVersionUID = 1L;

    Ambiguous(List<String> questions) {
      super(String.join("\n", questions));
    }
  }

  /// Something that asks for a decision first: a step without approval, an edited file, a loss of
  /// data. Nothing was run.
  public static final class Refused extends MigrationException {
    @Serial private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /// Another node migrates and did not end in time.
  public static final class Locked extends MigrationException {
    @Serial private static final long serialVersionUID = 1L;

    Locked(String message) {
      super(message);
    }
  }

  /// The database refused a statement. The migration it is in was undone as a whole; those before
  /// it stay.
  public static final class Failed extends MigrationException {
    @Serial private static final long serialVersionUID = 1L;

    Failed(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
