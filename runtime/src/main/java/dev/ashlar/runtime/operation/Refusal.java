package dev.ashlar.runtime.operation;

import dev.ashlar.model.value.Violation;
import java.io.Serial;
import java.util.List;

/// Why an operation was not done; nothing of it was. Surfaces translate the code and never the
/// class.
///
/// It carries no stack: a refusal is an answer, not a fault.
public final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final Code code;
  private final transient List<Violation> violations;

  /// The reasons, each with the name that it has on every surface.
  public enum Code {
    /// There is no such row, or the actor may not see it: these are one.
    NOT_FOUND("not_found"),
    /// The actor is not known and would have to be.
    UNAUTHENTICATED("unauthenticated"),
    /// The actor may see the row, but not do this.
    FORBIDDEN("forbidden"),
    /// The input does not fit the model.
    INVALID("invalid"),
    /// The row has another version than the one named.
    STALE_VERSION("stale_version"),
    /// The entity is versioned, and the operation names no version.
    VERSION_REQUIRED("version_required"),
    /// The row would break a rule of the data, such as a unique key.
    CONFLICT("conflict"),
    /// Another write was in the way, and nothing was done; the same can be asked again.
    WRITE_CONFLICT("write_conflict"),
    /// Another operation used the idempotency key for something else.
    KEY_REUSED("idempotency_key_reused"),
    /// More rows would be changed than the request allows.
    TOO_MANY_AFFECTED("too_many_affected"),
    /// The database could not be asked, or was too busy; trying again may help.
    UNAVAILABLE("unavailable");

    private final String wire;

    Code(String wire) {
      this.wire = wire;
    }

    /// The name on every surface.
    public String wire() {
      return wire;
    }
  }

  /// @param violations what is wrong with the input, each with its place
  public Refusal(Code code, String detail, List<Violation> violations) {
    super(detail, null, false, false);
    this.code = code;
    this.violations = List.copyOf(violations);
  }

  public Refusal(Code code, String detail) {
    this(code, detail, List.of());
  }

  /// The input does not fit.
  public static Refusal invalid(List<Violation> violations) {
    return new Refusal(
        Code.INVALID,
        violations.size() == 1
            ? "One value is not valid."
            : violations.size() + " values are not valid.",
        violations);
  }

  /// The reason.
  public Code code() {
    return code;
  }

  /// What is wrong, in a sentence that may be shown to the actor.
  public String detail() {
    return String.valueOf(getMessage());
  }

  /// What is wrong with the input, each with its place.
  public List<Violation> violations() {
    return violations;
  }
}
