package dev.ashlar.runtime.operation;

import dev.ashlar.data.Database;
import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Guard;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Test;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.ActorShape;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Refusal.Code;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// The row that a write is about, locked and looked at before it is touched.
///
/// @param row all its columns, hidden ones too: for what is decided, never for what is shown
/// @param writable whether each of the columns asked about may be written
record Target(ChangeSet row, List<Boolean> writable) {

  /// Finds and locks the row, or says why the actor may not do this to it.
  ///
  /// @param asked the columns of which it is to be told whether they may be written
  static Future<Target> find(
      Database database,
      Session session,
      RequestContext context,
      EntityModel<?> entity,
      UUID id,
      Verb verb,
      String action,
      List<Column<?, ?>> asked) {
    var shape = context.shape();
    Selection selection = Selection.all(entity).with(new Test(shape.allowed(entity, verb, action)));
    for (Column<?, ?> column : asked) {
      selection = selection.with(new Test(shape.writable(column)));
    }
    Condition key = entity.id().eq(new Value(ValueType.UUID, id));
    Condition found = key.and(state(shape, entity, verb));
    var select = new Select(entity, selection, found, List.of(), Optional.empty(), Lock.UPDATE);
    return database
        .select(session, Lifted.of(select), viewer(shape, verb), new Facts(context.actor()))
        .map(rows -> judged(rows, entity, verb, asked.size()));
  }

  /// In which state rows can be found for a write, beside what its viewer sees.
  static Condition state(ActorShape shape, EntityModel<?> entity, Verb verb) {
    return verb == Verb.RESTORE
        ? deleted(entity).and(shape.allowed(entity, Verb.READ))
        : Always.TRUE;
  }

  /// Who looks for the rows of a write: a deleted row is seen by nobody who reads.
  static Viewer viewer(ActorShape shape, Verb verb) {
    return verb == Verb.RESTORE ? new Viewer(List.of(shape, "all"), Guard.NONE) : shape.rowsOnly();
  }

  private static Condition deleted(EntityModel<?> entity) {
    return entity.inRole(Role.DELETED).<Condition>map(Column::isNotNull).orElse(Always.FALSE);
  }

  private static Target judged(List<Fetched> rows, EntityModel<?> entity, Verb verb, int asked) {
    if (rows.isEmpty()) {
      throw Reading.missing(entity.name());
    }
    var row = rows.getFirst();
    int allowed = entity.columns().size();
    if (!row.bool(allowed)) {
      throw Denial.forbidden(verb.name().toLowerCase(Locale.ROOT), entity);
    }
    var writable = new ArrayList<Boolean>();
    for (int i = 1; i <= asked; i++) {
      writable.add(row.bool(allowed + i));
    }
    return new Target(stored(entity, row), writable);
  }

  private static ChangeSet stored(EntityModel<?> entity, Fetched row) {
    ChangeSet stored = ChangeSet.of(entity);
    for (int i = 0; i < entity.columns().size(); i++) {
      stored = stored.with(entity.columns().get(i), row.value(i));
    }
    return stored;
  }

  /// The row's key.
  UUID id() {
    return (UUID) Objects.requireNonNull(row.stored(row.entity().id()));
  }

  /// Demands that the row still has the version that the operation names.
  void expect(OptionalInt version) {
    var column = row.entity().inRole(Role.VERSION);
    if (column.isEmpty()) {
      return;
    }
    int found = NewRow.version(row, column.get());
    if (version.isEmpty()) {
      throw new Refusal(
          Code.VERSION_REQUIRED,
          "%s is versioned; name the version that you have seen (If-Match on REST)."
              .formatted(row.entity().name()));
    }
    if (version.getAsInt() != found) {
      throw new Refusal(
          Code.STALE_VERSION,
          "The %s has changed since: it has version %d, and version %d was named. Read it again."
              .formatted(row.entity().name(), found, version.getAsInt()));
    }
  }
}
