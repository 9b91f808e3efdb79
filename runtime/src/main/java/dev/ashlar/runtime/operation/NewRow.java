package dev.ashlar.runtime.operation;

import dev.ashlar.model.Uuid7;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Constraints;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.value.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Completes and validates what a write says of a row.
final class NewRow {
  private NewRow() {}

  /// The whole row that a creation makes.
  ///
  /// @throws Refusal naming every value that does not fit
  static ChangeSet of(RequestContext context, ChangeSet given) {
    var entity = given.entity();
    var violations = new ArrayList<Violation>();
    ChangeSet row = given;
    for (Column<?, ?> column : entity.columns()) {
      if (!column.plain() && given.has(column)) {
        violations.add(managed(column));
      }
      row = row.with(column, column.plain() ? given.stored(column) : initial(context, column));
    }
    validate(context, row, entity, violations);
    refuse(violations);
    return row;
  }

  /// The row after an update, with its version and times moved on.
  ///
  /// @throws Refusal naming every value that does not fit
  static ChangeSet of(RequestContext context, ChangeSet before, ChangeSet changes) {
    var violations = new ArrayList<Violation>();
    var row = new ChangeSet[] {before};
    changes.forEach(
        (column, value) -> {
          if (!column.plain()) {
            violations.add(managed(column));
            return;
          }
          row[0] = row[0].with(column, value);
          Constraints.check(column, value, context.now(), violations::add);
        });
    refuse(violations);
    return moved(context, row[0]);
  }

  /// The row with its version and time of change moved on.
  static ChangeSet moved(RequestContext context, ChangeSet row) {
    ChangeSet moved = row;
    for (Column<?, ?> column : row.entity().columns()) {
      moved =
          switch (column.role()) {
            case VERSION -> moved.with(column, version(row, column) + 1);
            case UPDATED -> moved.with(column, context.now());
            case ID, CREATED, DELETED, PLAIN -> moved;
          };
    }
    return moved;
  }

  static int version(ChangeSet row, Column<?, ?> column) {
    return row.stored(column) instanceof Integer number ? number : 0;
  }

  private static @Nullable Object initial(RequestContext context, Column<?, ?> column) {
    return switch (column.role()) {
      case ID -> Uuid7.next(context.now().toEpochMilli());
      case VERSION -> 1;
      case CREATED, UPDATED -> context.now();
      case DELETED, PLAIN -> null;
    };
  }

  private static void validate(
      RequestContext context, ChangeSet row, EntityModel<?> entity, List<Violation> violations) {
    for (Column<?, ?> column : entity.columns()) {
      if (column.plain()) {
        Constraints.check(column, row.stored(column), context.now(), violations::add);
      }
    }
  }

  private static Violation managed(Column<?, ?> column) {
    return new Violation(
        "/" + column.property(),
        "read_only",
        "%s is kept by the framework; leave it out.".formatted(column.property()));
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
  }
}
