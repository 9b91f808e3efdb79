package dev.ashlar.runtime.operation;

import dev.ashlar.data.Database;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook.Call;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Invoke;
import dev.ashlar.runtime.operation.Operation.Replace;
import dev.ashlar.runtime.operation.Operation.Restore;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Upsert;
import dev.ashlar.runtime.operation.Operation.Write;
import dev.ashlar.runtime.operation.Outcome.All;
import dev.ashlar.runtime.operation.Outcome.Written;
import dev.ashlar.runtime.operation.Refusal.Code;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/// Does writes within a session, with their hooks.
final class Writing {
  private final Database database;
  private final Hooks hooks;
  private final Actions actions;
  private final Creating creating;
  private final Changing changing;
  private final LockOrder order;

  Writing(Database database, Hooks hooks, Actions actions, Creating creating) {
    this.database = database;
    this.hooks = hooks;
    this.actions = actions;
    this.creating = creating;
    this.changing = new Changing(database);
    this.order = new LockOrder(database);
  }

  Future<Outcome> run(Session session, RequestContext context, Operation operation) {
    return switch (operation) {
      case Batch(var all) -> all(session, context, all);
      case Write write -> one(session, context, write);
      case Read _ -> throw new IllegalArgumentException("A read is not a write.");
    };
  }

  private Future<Outcome> all(Session session, RequestContext context, List<Write> writes) {
    Future<List<Outcome>> done =
        order.take(session, context, writes).map(_ -> new ArrayList<Outcome>());
    for (int i = 0; i < writes.size(); i++) {
      var write = writes.get(i);
      String place = "/" + i;
      done =
          done.compose(
              outcomes ->
                  guarded(session, context, write)
                      .recover(failure -> Future.failedFuture(placed(failure, place)))
                      .map(
                          outcome -> {
                            outcomes.add(outcome);
                            return outcomes;
                          }));
    }
    return done.map(All::new);
  }

  private Future<Outcome> guarded(Session session, RequestContext context, Write write) {
    try {
      return one(session, context, write);
    } catch (Refusal refusal) {
      return Future.failedFuture(refusal);
    }
  }

  /// A refusal within a batch says which operation it is of.
  private static Throwable placed(Throwable failure, String place) {
    if (!(failure instanceof Refusal refusal)) {
      return failure;
    }
    var violations =
        refusal.violations().isEmpty()
            ? List.of(new Violation(place, refusal.code().wire(), refusal.detail()))
            : refusal.violations().stream()
                .map(each -> new Violation(place + each.pointer(), each.code(), each.message()))
                .toList();
    return new Refusal(refusal.code(), refusal.detail(), violations);
  }

  private Future<Outcome> one(Session session, RequestContext context, Write write) {
    return switch (write) {
      case Create(var entity, var values) -> create(context, entity, values);
      case Update(var entity, var id, var changes, var version) ->
          update(session, context, entity, new Change(id, changes, false, Optional.of(version)));
      case Replace(var entity, var id, var values, var version) ->
          update(session, context, entity, new Change(id, values, true, Optional.of(version)));
      case Upsert upsert -> upsert(session, context, upsert);
      case Delete(var entity, var id, var version) ->
          remove(session, context, entity, id, version, Verb.DELETE);
      case Restore(var entity, var id, var version) ->
          remove(session, context, entity, id, version, Verb.RESTORE);
      case Invoke invoke -> invoke(session, context, invoke.entity(), invoke);
    };
  }

  private <T> Future<Outcome> create(
      RequestContext context, EntityModel<T> entity, ChangeSet values) {
    var call = new Call<>(context, entity, Verb.CREATE, Optional.empty(), values, Optional.empty());
    return hooks
        .before(call)
        .compose(changed -> creating.run(context, changed).map(outcome -> outcome))
        .compose(outcome -> after(call, outcome));
  }

  /// What an update asks for.
  ///
  /// @param whole whether null is meant for what is not given
  /// @param version the version to expect; empty expects none
  private record Change(UUID id, ChangeSet given, boolean whole, Optional<OptionalInt> version) {}

  private <T> Future<Outcome> update(
      Session session, RequestContext context, EntityModel<T> entity, Change change) {
    var looked = lookedAt(context, entity, change);
    return Target.find(database, session, context, entity, change.id(), Verb.UPDATE, "", looked)
        .compose(
            target -> {
              change.version().ifPresent(target::expect);
              ChangeSet changes =
                  change.whole() ? completed(change.given(), looked, target) : change.given();
              return change(
                  call(context, entity, Verb.UPDATE, target, changes),
                  changed -> {
                    refuseClosed(looked, target, change.given());
                    return changing.update(session, context, Deed.UPDATE, target, changed);
                  });
            });
  }

  /// Does something to a row between the hooks before and after it.
  private <T> Future<Outcome> change(Call<T> call, Function<ChangeSet, Future<Outcome>> work) {
    return hooks.before(call).compose(work).compose(outcome -> after(call, outcome));
  }

  private static <T> Call<T> call(
      RequestContext context, EntityModel<T> entity, Verb verb, Target target, ChangeSet changes) {
    var id = Optional.of(target.id());
    return new Call<>(context, entity, verb, id, changes, Optional.of(target.row()));
  }

  /// The columns to be changed whose rules must be asked.
  private static List<Column<?, ?>> lookedAt(
      RequestContext context, EntityModel<?> entity, Change change) {
    var looked = new ArrayList<Column<?, ?>>();
    for (Column<?, ?> column : entity.columns()) {
      boolean touched = change.given().has(column) || (change.whole() && column.plain());
      if (touched && !context.shape().writable(column).equals(Always.TRUE)) {
        looked.add(column);
      }
    }
    return looked;
  }

  /// What is given, and null for the rest; not for what the actor may not write in this row, which
  /// she may not even see.
  private static ChangeSet completed(ChangeSet given, List<Column<?, ?>> looked, Target target) {
    ChangeSet completed = given;
    for (Column<?, ?> column : given.entity().columns()) {
      int asked = looked.indexOf(column);
      boolean writable = asked < 0 || target.writable().get(asked);
      if (column.plain() && !given.has(column) && writable) {
        completed = completed.with(column, null);
      }
    }
    return completed;
  }

  private static void refuseClosed(List<Column<?, ?>> looked, Target target, ChangeSet changes) {
    var closed = new ArrayList<Violation>();
    for (int i = 0; i < looked.size(); i++) {
      if (changes.has(looked.get(i)) && !target.writable().get(i)) {
        closed.add(Denial.notWritable(looked.get(i)));
      }
    }
    if (!closed.isEmpty()) {
      throw new Refusal(Code.FORBIDDEN, "You may not write every column given.", closed);
    }
  }

  private Future<Outcome> upsert(Session session, RequestContext context, Upsert upsert) {
    var entity = upsert.entity();
    Condition same = Always.TRUE;
    for (Column<?, ?> column : upsert.key()) {
      Object value = upsert.values().stored(column);
      if (value == null) {
        throw Refusal.invalid(
            List.of(
                new Violation(
                    "/" + column.property(), "required", "An upsert needs the whole key.")));
      }
      same =
          same.and(new Compare(Operator.EQ, column.term(), new Value(column.type(), value), false));
    }
    var select =
        new Select(
            entity,
            Selection.of(List.of(entity.id())),
            same,
            List.of(),
            Optional.empty(),
            Lock.UPDATE);
    // With the actor's eyes: to everybody else a row that is there must be as one that is not.
    return database
        .select(session, Lifted.of(select), context.shape().viewer(), new Facts(context.actor()))
        .compose(
            rows -> {
              if (rows.isEmpty()) {
                return create(context, entity, upsert.values());
              }
              ChangeSet changes = upsert.values();
              for (Column<?, ?> column : upsert.key()) {
                changes = changes.without(column);
              }
              return update(
                  session,
                  context,
                  entity,
                  new Change(rows.getFirst().uuid(0), changes, false, Optional.empty()));
            });
  }

  private <T> Future<Outcome> remove(
      Session session,
      RequestContext context,
      EntityModel<T> entity,
      UUID id,
      OptionalInt version,
      Verb verb) {
    return Target.find(database, session, context, entity, id, verb, "", List.of())
        .compose(
            target -> {
              if (verb == Verb.DELETE || version.isPresent()) {
                target.expect(version);
              }
              var call = call(context, entity, verb, target, ChangeSet.of(entity));
              return change(
                  call,
                  _ ->
                      verb == Verb.DELETE
                          ? changing.delete(session, context, target)
                          : changing.restore(session, context, target));
            });
  }

  private <T> Future<Outcome> invoke(
      Session session, RequestContext context, EntityModel<T> entity, Invoke invoke) {
    String name = invoke.action();
    return Target.find(
            database, session, context, entity, invoke.id(), Verb.INVOKE, name, List.of())
        .compose(
            target -> {
              if (invoke.version().isPresent()) {
                target.expect(invoke.version());
              }
              var call = call(context, entity, Verb.INVOKE, target, ChangeSet.of(entity));
              return change(
                  call,
                  _ ->
                      actions
                          .run(context, entity, name, target.row(), invoke.input())
                          .compose(
                              changes -> acted(session, context, entity, name, target, changes)));
            });
  }

  /// Makes the changes that an action asks for as an update makes them, hooks and checks included:
  /// the right to the action stands for the right to update, and for nothing else.
  private <T> Future<Outcome> acted(
      Session session,
      RequestContext context,
      EntityModel<T> entity,
      String action,
      Target target,
      ChangeSet changes) {
    var deed = Deed.invoke(action);
    return changes.empty()
        ? changing.update(session, context, deed, target, changes)
        : change(
            call(context, entity, Verb.UPDATE, target, changes),
            changed -> changing.update(session, context, deed, target, changed));
  }

  private <T> Future<Outcome> after(Call<T> call, Outcome outcome) {
    var done = outcome instanceof Written written ? call.of(written.id()) : call;
    return hooks.after(done).map(outcome);
  }
}
