package dev.ashlar.runtime.operation;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Guard;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Delete;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Query.Update;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Test;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.ActorShape;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Outcome.Written;
import dev.ashlar.runtime.operation.Refusal.Code;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Updates, deletes and restores rows within a session: find and lock, change, check the state
/// after, write down.
final class Changing {
  private final Database database;
  private final Denial denial;

  Changing(Database database) {
    this.database = database;
    this.denial = new Denial(database);
  }

  // ---- update ----

  /// Changes a row, for an update or for an action, whose right stands for that to update.
  Future<Outcome> update(
      Session session, RequestContext context, Deed deed, Target target, ChangeSet changes) {
    ChangeSet before = target.row();
    ChangeSet after = NewRow.of(context, before, changes);
    var changed = changed(before, changes);
    if (changed.isEmpty()) {
      return seen(session, context, deed.verb(), before, before, List.of());
    }
    List<Column<?, ?>> references =
        changed.stream()
            .filter(column -> column instanceof RefColumn && after.stored(column) != null)
            .toList();
    return denial
        .unlessKnown(context.in(session), after, references)
        .compose(_ -> store(session, context, deed, before, after, changed));
  }

  private static List<Column<?, ?>> changed(ChangeSet before, ChangeSet changes) {
    var changed = new ArrayList<Column<?, ?>>();
    changes.forEach(
        (column, value) -> {
          if (!same(before.stored(column), value)) {
            changed.add(column);
          }
        });
    return changed;
  }

  private static boolean same(@Nullable Object before, @Nullable Object after) {
    return Objects.deepEquals(before, after);
  }

  // ---- delete and restore ----

  Future<Outcome> delete(Session session, RequestContext context, Target target) {
    ChangeSet before = target.row();
    var entity = before.entity();
    var deleted = entity.inRole(Role.DELETED);
    if (deleted.isPresent()) {
      ChangeSet after = NewRow.moved(context, before).with(deleted.get(), context.now());
      return write(session, context, before, after)
          .compose(_ -> journal(session, context, Deed.DELETE, before, Optional.of(after)))
          .map(_ -> gone(before));
    }
    return database
        .delete(session, Lifted.of(new Delete(entity, key(before))), Bindings.Context.NONE)
        .recover(failure -> Future.failedFuture(Denial.translated(failure, entity)))
        .compose(_ -> journal(session, context, Deed.DELETE, before, Optional.empty()))
        .map(_ -> gone(before));
  }

  private static Outcome gone(ChangeSet before) {
    return new Written(
        Verb.DELETE, before.entity(), id(before), OptionalInt.empty(), Optional.empty(), false);
  }

  Future<Outcome> restore(Session session, RequestContext context, Target target) {
    ChangeSet before = target.row();
    var deleted = before.entity().inRole(Role.DELETED).orElseThrow();
    ChangeSet after = NewRow.moved(context, before).with(deleted, null);
    return store(session, context, Deed.RESTORE, before, after, List.of());
  }

  // ---- the state after ----

  private Future<Outcome> store(
      Session session,
      RequestContext context,
      Deed deed,
      ChangeSet before,
      ChangeSet after,
      List<Column<?, ?>> changed) {
    return write(session, context, before, after)
        .compose(_ -> seen(session, context, deed.verb(), before, after, changed))
        .compose(
            outcome -> journal(session, context, deed, before, Optional.of(after)).map(outcome));
  }

  private Future<Integer> write(
      Session session, RequestContext context, ChangeSet before, ChangeSet after) {
    var assignments = new ArrayList<Assignment>();
    after.forEach(
        (column, value) -> {
          if (!same(before.stored(column), value)) {
            assignments.add(Assignment.of(column, value));
          }
        });
    var update = new Update(before.entity(), assignments, key(before));
    var references =
        assignments.stream()
            .filter(each -> each.column() instanceof RefColumn && each.value().isPresent())
            .<Column<?, ?>>map(Assignment::column)
            .toList();
    return database
        .update(session, Lifted.of(update), new Facts(context.actor()))
        .recover(
            failure ->
                Future.failedFuture(Denial.translated(failure, before.entity(), references)));
  }

  /// Checks the row as it is now, and reads what the actor may see of it.
  private Future<Outcome> seen(
      Session session,
      RequestContext context,
      Verb verb,
      ChangeSet before,
      ChangeSet after,
      List<Column<?, ?>> changed) {
    var entity = after.entity();
    var shape = context.shape();
    Condition readable = Guard.living(entity).and(shape.allowed(entity, Verb.READ));
    Selection selection =
        Selection.all(entity)
            .with(new Test(readable))
            .with(new Test(fit(shape, entity, verb, changed)));
    var select = new Select(entity, selection, key(after), List.of(), Optional.empty(), Lock.NONE);
    var facts = new Facts(context.actor(), Optional.of(before));
    return database
        .select(session, Lifted.of(select), shape.columnsOnly(), facts)
        .map(rows -> judged(rows.getFirst(), verb, after));
  }

  /// What the row must fulfil: what an action changes is held to the rules for updates too.
  private static Condition fit(
      ActorShape shape, EntityModel<?> entity, Verb verb, List<Column<?, ?>> changed) {
    Condition fit = shape.checked(entity, verb);
    return verb == Verb.INVOKE && !changed.isEmpty()
        ? fit.and(shape.checked(entity, Verb.UPDATE))
        : fit;
  }

  private static Outcome judged(Fetched row, Verb verb, ChangeSet after) {
    var entity = after.entity();
    int readable = entity.columns().size();
    if (!row.bool(readable + 1)) {
      throw new Refusal(
          Code.FORBIDDEN, "You may not leave this %s in that state.".formatted(entity.name()));
    }
    Optional<Fetched> shown = row.bool(readable) ? Optional.of(row) : Optional.empty();
    return new Written(verb, entity, id(after), Creating.version(after), shown, false);
  }

  private Future<Void> journal(
      Session session,
      RequestContext context,
      Deed deed,
      ChangeSet before,
      Optional<ChangeSet> after) {
    var entries =
        Journal.entries(context, deed, before.entity(), id(before), Optional.of(before), after);
    Future<Integer> written = Future.succeededFuture(0);
    for (var entry : entries) {
      written = written.compose(_ -> database.insertAll(session, List.of(Lifted.of(entry))));
    }
    return written.mapEmpty();
  }

  private static Condition key(ChangeSet row) {
    return row.entity().id().eq(new Value(ValueType.UUID, id(row)));
  }

  private static UUID id(ChangeSet row) {
    return (UUID) Objects.requireNonNull(row.stored(row.entity().id()));
  }
}
