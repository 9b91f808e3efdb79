package dev.ashlar.web.rest;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.access.ActorShape;
import dev.ashlar.web.Problem;
import java.util.ArrayList;
import java.util.List;

/// One request's parameters while they are read: what is wrong with them, and which columns the
/// actor may name.
final class Parsing {
  private static final int MOST_FAULTS = 50;
  private static final int MOST_CONDITIONS = 100;

  private final ActorShape shape;
  private final List<Violation> faults = new ArrayList<>();
  private int conditions;

  Parsing(ActorShape shape) {
    this.shape = shape;
  }

  /// Notes a fault; further ones than a client would read are dropped.
  void fault(String pointer, String code, String message) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Violation(pointer, code, message));
    }
  }

  /// Counts one more condition.
  ///
  /// @throws dev.ashlar.web.ProblemException when there are too many
  void condition(String pointer) {
    if (++conditions > MOST_CONDITIONS) {
      throw stop(
          pointer,
          "too_many_conditions",
          "Found more than %d conditions; ask with fewer.".formatted(MOST_CONDITIONS));
    }
  }

  /// Whether the actor may see a column in some row at least; notes the fault where not. What is
  /// said does not depend on any row.
  boolean open(String pointer, Column<?, ?> column) {
    if (shape.readable(column).equals(Always.FALSE)) {
      fault(
          pointer,
          "hidden_column",
          "You may not see %s; leave it out.".formatted(column.property()));
      return false;
    }
    return true;
  }

  /// Ends the reading at once with one more fault.
  RuntimeException stop(String pointer, String code, String message) {
    faults.clear();
    fault(pointer, code, message);
    return problem().exception();
  }

  /// @throws dev.ashlar.web.ProblemException naming every fault, if there are any
  void refuse() {
    if (!faults.isEmpty()) {
      throw problem().exception();
    }
  }

  private Problem problem() {
    String detail =
        faults.size() == 1
            ? faults.getFirst().message()
            : faults.size() + " things are wrong with the query.";
    return Problems.badQuery().withDetail(detail).withErrors(faults);
  }
}
