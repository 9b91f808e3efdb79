package dev.ashlar.runtime.operation;

import dev.ashlar.data.Database;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Invoke;
import dev.ashlar.runtime.operation.Operation.Replace;
import dev.ashlar.runtime.operation.Operation.Restore;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Upsert;
import dev.ashlar.runtime.operation.Operation.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Locks the rows that a batch names before it touches any, each entity's in the order of their
/// keys: two batches that name the same in opposite orders wait for each other instead of locking
/// each other out.
final class LockOrder {
  private final Database database;

  LockOrder(Database database) {
    this.database = database;
  }

  /// Rows of one entity, there or deleted.
  private record Group(EntityModel<?> entity, Verb verb) {
    static final Comparator<Group> ORDER =
        Comparator.<Group, String>comparing(group -> group.entity().plural())
            .thenComparing(Group::verb);
  }

  private record Named(Group group, UUID id) {}

  Future<Void> take(Session session, RequestContext context, List<Write> writes) {
    var groups = new TreeMap<Group, List<Object>>(Group.ORDER);
    for (Write write : writes) {
      named(write)
          .ifPresent(
              row -> groups.computeIfAbsent(row.group(), _ -> new ArrayList<>()).add(row.id()));
    }
    Future<Void> taken = Future.succeededFuture();
    for (var group : groups.entrySet()) {
      // One row alone is locked by its own operation.
      if (groups.size() > 1 || group.getValue().size() > 1) {
        taken = taken.compose(_ -> lock(session, context, group.getKey(), group.getValue()));
      }
    }
    return taken;
  }

  private static Optional<Named> named(Write write) {
    return switch (write) {
      case Update(var entity, var id, _, _) -> named(entity, Verb.UPDATE, id);
      case Replace(var entity, var id, _, _) -> named(entity, Verb.UPDATE, id);
      case Delete(var entity, var id, _) -> named(entity, Verb.UPDATE, id);
      case Invoke(var entity, var id, _, _, _) -> named(entity, Verb.UPDATE, id);
      case Restore(var entity, var id, _) -> named(entity, Verb.RESTORE, id);
      case Create _, Upsert _ -> Optional.empty();
    };
  }

  private static Optional<Named> named(EntityModel<?> entity, Verb verb, UUID id) {
    return Optional.of(new Named(new Group(entity, verb), id));
  }

  private Future<Void> lock(
      Session session, RequestContext context, Group group, List<Object> ids) {
    var entity = group.entity();
    var shape = context.shape();
    var id = entity.id();
    var among = new In(id.term(), new Values(ValueType.UUID, ids), false);
    var select =
        new Select(
            entity,
            Selection.of(List.of(id)),
            among.and(Target.state(shape, entity, group.verb())),
            List.of(new Order(id.term(), false)),
            Optional.empty(),
            Lock.UPDATE);
    return database
        .select(
            session,
            Lifted.of(select),
            Target.viewer(shape, group.verb()),
            new Facts(context.actor()))
        .mapEmpty();
  }
}
