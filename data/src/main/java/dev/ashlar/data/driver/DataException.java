package dev.ashlar.data.driver;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A database refused a statement, or could not be asked.
public sealed class DataException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// A rule of the schema would be broken; nothing of the statement was done.
  public static final class Constraint extends DataException {
    @Serial private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String name;

    /// Which rule.
    public enum Rule {
      UNIQUE,
      FOREIGN_KEY,
      CHECK,
      NOT_NULL
    }

    /// @param rule which rule
    /// @param name the constraint's or index's name in the schema; where the database does not
    ///   tell, `table.column`, or several of them separated by `, `; empty where it does not even
    ///   tell that
    public Constraint(Rule rule, String name, Throwable cause) {
      super("The database refused the statement: %s %s.".formatted(rule, name), cause);
      this.rule = rule;
      this.name = name;
    }

    public Rule rule() {
      return rule;
    }

    public String name() {
      return name;
    }
  }

  /// Another transaction was in the way; the whole transaction can be tried again.
  public static final class Conflict extends DataException {
    @Serial private static final long serialVersionUID = 1L;

    public Conflict(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// The database could not be reached, or not in time; whether a statement sent was carried out is
  /// not known.
  public static final class Unavailable extends DataException {
    @Serial private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
      super(message, null);
    }

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// The statement itself is wrong: a fault of Ashlar or of hand-written SQL.
  public static final class Faulty extends DataException {
    @Serial private static final long serialVersionUID = 1L;

    public Faulty(String message) {
      super(message, null);
    }

    public Faulty(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
