package dev.ashlar.runtime.operation;

import dev.ashlar.data.Database;
import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.operation.Refusal.Code;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out, once something was refused, what to say of it: never more than the actor may know.
final class Denial {
  private final Database database;

  Denial(Database database) {
    this.database = database;
  }

  /// Why a row could not be created, though its values are valid.
  Future<Refusal> ofCreation(RequestContext context, ChangeSet row) {
    var suspects = suspects(context, row);
    if (suspects.isEmpty()) {
      return Future.succeededFuture(forbidden("create", row.entity()));
    }
    return tell(context, row, suspects).map(flags -> refusal(row.entity(), suspects, flags));
  }

  /// Refuses references, new in a row that is there, to what does not exist or may not be seen, and
  /// keeps what they lead to as it is until the transaction ends. This comes before the row is
  /// written: what the table says of a broken one would tell them apart.
  Future<Void> unlessKnown(RequestContext context, ChangeSet row, List<Column<?, ?>> references) {
    if (references.isEmpty()) {
      return Future.succeededFuture();
    }
    Condition known = And.of(references.stream().map(Creating::leads).toList());
    return probe(context, row, known, List.of())
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture()
                    : ofReferences(context, row, references).compose(Future::failedFuture));
  }

  private Future<Refusal> ofReferences(
      RequestContext context, ChangeSet row, List<Column<?, ?>> references) {
    var suspects =
        references.stream()
            .map(reference -> new Suspect(reference, Creating.leads(reference), true))
            .toList();
    return tell(context, row, suspects)
        .map(
            flags -> {
              var missing = missing(suspects, flags);
              return missing.isEmpty() ? inTheWay() : Refusal.invalid(missing);
            });
  }

  private Future<Row> tell(RequestContext context, ChangeSet row, List<Suspect> suspects) {
    var tests = suspects.stream().map(Suspect::holds).toList();
    return probe(context, row, Always.TRUE, tests).map(Optional::orElseThrow);
  }

  private Future<Optional<Row>> probe(
      RequestContext context, ChangeSet row, Condition check, List<Condition> tests) {
    var assignments = new ArrayList<Assignment>();
    row.forEach((column, value) -> assignments.add(Assignment.of(column, value)));
    var probe = new Insert(row.entity(), assignments, check, tests, List.of());
    Executor executor = context.session().isPresent() ? context.session().get() : database.driver();
    return database.probe(
        executor, Lifted.of(probe), context.shape().viewer(), new Facts(context.actor()));
  }

  private record Suspect(Column<?, ?> column, Condition holds, boolean reference) {}

  private static List<Suspect> suspects(RequestContext context, ChangeSet row) {
    var suspects = new ArrayList<Suspect>();
    row.forEach(
        (column, value) -> {
          if (value == null) {
            return;
          }
          if (column instanceof RefColumn) {
            suspects.add(new Suspect(column, Creating.leads(column), true));
          }
          Condition writable = context.shape().writableNew(column);
          if (!writable.equals(Always.TRUE)) {
            suspects.add(new Suspect(column, writable, false));
          }
        });
    return suspects;
  }

  private static Refusal refusal(EntityModel<?> entity, List<Suspect> suspects, Row flags) {
    var missing = missing(suspects, flags);
    if (!missing.isEmpty()) {
      return Refusal.invalid(missing);
    }
    var closed = new ArrayList<Violation>();
    for (int i = 0; i < suspects.size(); i++) {
      if (!suspects.get(i).reference() && !flags.bool(i)) {
        closed.add(notWritable(suspects.get(i).column()));
      }
    }
    return closed.isEmpty()
        ? forbidden("create", entity)
        : new Refusal(Code.FORBIDDEN, "You may not write every column given.", closed);
  }

  private static List<Violation> missing(List<Suspect> suspects, Row flags) {
    var missing = new ArrayList<Violation>();
    for (int i = 0; i < suspects.size(); i++) {
      if (suspects.get(i).reference() && !flags.bool(i)) {
        missing.add(unknown(suspects.get(i).column()));
      }
    }
    return missing;
  }

  /// Said alike of a row that does not exist and of one that may not be seen.
  static Violation unknown(Column<?, ?> column) {
    String target = column.spec().target().map(Class::getSimpleName).orElse(column.property());
    return new Violation(
        "/" + column.property(), "unknown_reference", "There is no such " + target + ".");
  }

  static Violation notWritable(Column<?, ?> column) {
    return new Violation(
        "/" + column.property(),
        "not_writable",
        "You may not write %s; leave it out.".formatted(column.property()));
  }

  static Refusal forbidden(String what, EntityModel<?> entity) {
    return new Refusal(Code.FORBIDDEN, "You may not %s this %s.".formatted(what, entity.name()));
  }

  /// What a failure of the database means to whoever asked.
  static Throwable translated(Throwable failure, EntityModel<?> entity) {
    return translated(failure, entity, List.of());
  }

  /// The same of a write that gives references: where the table breaks one, what it leads to went
  /// away after it was looked at.
  static Throwable translated(
      Throwable failure, EntityModel<?> entity, List<Column<?, ?>> references) {
    return failure instanceof DataException.Constraint broken
        ? broken(broken, entity, references)
        : failure;
  }

  /// Another write was in the way, as by a deadlock.
  static Refusal inTheWay() {
    return new Refusal(
        Code.WRITE_CONFLICT,
        "Another write was in the way, and nothing was done; send the request again.");
  }

  private static Refusal broken(
      DataException.Constraint broken, EntityModel<?> entity, List<Column<?, ?>> references) {
    return switch (broken.rule()) {
      case UNIQUE ->
          new Refusal(
              Code.CONFLICT,
              "Another %s has the same values where they must differ.".formatted(entity.name()));
      case FOREIGN_KEY -> brokenReference(broken.name(), entity, references);
      case CHECK, NOT_NULL ->
          new Refusal(
              Code.INVALID,
              "The table does not accept this %s: %s.".formatted(entity.name(), broken.name()));
    };
  }

  /// @param name the key's; empty where the database does not tell which of them it is
  private static Refusal brokenReference(
      String name, EntityModel<?> entity, List<Column<?, ?>> references) {
    var unknown =
        references.stream()
            .filter(each -> name.isEmpty() || name.equals(ForeignKey.name(entity, each)))
            .map(Denial::unknown)
            .toList();
    return unknown.isEmpty()
        ? new Refusal(
            Code.CONFLICT,
            "This %s is referred to, or refers to what is no longer there."
                .formatted(entity.name()))
        : Refusal.invalid(unknown);
  }
}
