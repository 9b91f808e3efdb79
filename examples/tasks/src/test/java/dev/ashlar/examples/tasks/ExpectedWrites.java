package dev.ashlar.examples.tasks;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.testing.access.Oracle;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// With which status each single write must be answered, by the rules as they are written.
record ExpectedWrites(Model model, Snapshot rows, Oracle oracle) {

  /// A change of nothing.
  int update(Actor actor, ChangeSet row) {
    return !oracle.visible(actor, row) ? 404 : may(actor, Verb.UPDATE, row) ? 200 : 403;
  }

  /// A change of one reference. What it pointed at before is not looked at again.
  int point(Actor actor, ChangeSet row, RefColumn<?, ?> reference, UUID id) {
    if (!oracle.visible(actor, row)) {
      return 404;
    }
    if (!oracle.allowed(actor, Verb.UPDATE, "", row)
        || !oracle.writable(actor, Verb.UPDATE, row, reference)) {
      return 403;
    }
    ChangeSet after = row.with(reference, id);
    boolean same = id.equals(row.stored(reference));
    return !same && !seen(actor, after, reference)
        ? 422
        : oracle.checked(actor, Verb.UPDATE, Optional.of(row), after) ? 200 : 403;
  }

  int delete(Actor actor, ChangeSet row) {
    return !oracle.visible(actor, row)
        ? 404
        : oracle.allowed(actor, Verb.DELETE, "", row) ? 204 : 403;
  }

  /// A restoration of a row that was deleted just now.
  int restore(Actor actor, ChangeSet row) {
    return !oracle.visible(actor, row)
        ? 404
        : oracle.allowed(actor, Verb.RESTORE, "", row) ? 200 : 403;
  }

  int archive(Actor actor, ChangeSet task) {
    boolean already = "ARCHIVED".equals(task.stored(Task_.status));
    return !oracle.visible(actor, task)
        ? 404
        : !oracle.allowed(actor, Verb.INVOKE, "archive", task) ? 403 : already ? 409 : 200;
  }

  /// A row like this one under another key; where a unique key stands in the way, 409 may come
  /// instead of 201.
  int create(Actor actor, ChangeSet row) {
    boolean references = true;
    boolean writable = true;
    for (Column<?, ?> column : given(row)) {
      writable &= oracle.writable(actor, Verb.CREATE, row, column);
      references &= !(column instanceof RefColumn<?, ?> reference) || seen(actor, row, reference);
    }
    boolean allowed =
        oracle.allowed(actor, Verb.CREATE, "", row)
            && oracle.checked(actor, Verb.CREATE, Optional.empty(), row);
    return !references ? 422 : allowed && writable ? 201 : 403;
  }

  /// The row itself once more by its unique key: a change for those who see it, and for everybody
  /// else what a creation would be, since they must not learn that it is there.
  int upsert(Actor actor, ChangeSet row, List<Column<?, ?>> key) {
    boolean seen = oracle.visible(actor, row);
    for (Column<?, ?> column : key) {
      seen &= oracle.readable(actor, row, column);
    }
    if (!seen) {
      int created = create(actor, row);
      return created == 201 ? 409 : created;
    }
    boolean writable = true;
    for (Column<?, ?> column : given(row)) {
      writable &= key.contains(column) || oracle.writable(actor, Verb.UPDATE, row, column);
    }
    return writable && may(actor, Verb.UPDATE, row) ? 200 : 403;
  }

  private boolean may(Actor actor, Verb verb, ChangeSet row) {
    return oracle.allowed(actor, verb, "", row)
        && oracle.checked(actor, verb, Optional.of(row), row);
  }

  private boolean seen(Actor actor, ChangeSet row, RefColumn<?, ?> reference) {
    var target = model.target(reference.relation());
    return row.stored(reference) instanceof UUID id
        && rows.row(target, id).map(found -> oracle.visible(actor, found)).orElse(false);
  }

  /// What clients may give of a row, as JSON.
  static JsonObject body(ChangeSet row) {
    var body = new JsonObject();
    for (Column<?, ?> column : given(row)) {
      Object value = Objects.requireNonNull(row.stored(column));
      body.put(column.property(), json(column, value));
    }
    return body;
  }

  private static List<Column<?, ?>> given(ChangeSet row) {
    return row.entity().columns().stream()
        .<Column<?, ?>>map(column -> column)
        .filter(column -> column.plain() && row.stored(column) != null)
        .toList();
  }

  private static Object json(Column<?, ?> column, Object value) {
    return switch (column.type().kind()) {
      case INT, LONG, DOUBLE, BOOLEAN, DECIMAL, INTEGER -> value;
      case JSON -> new JsonArray(value.toString());
      default -> value.toString();
    };
  }

  /// The first unique key of an entity, if it has one.
  static Optional<List<Column<?, ?>>> key(EntityModel<?> entity) {
    var keys = new ArrayList<List<Column<?, ?>>>();
    for (Column<?, ?> column : entity.columns()) {
      if (column.spec().unique()) {
        keys.add(List.of(column));
      }
    }
    for (List<String> components : entity.spec().uniques()) {
      keys.add(
          components.stream()
              .<Column<?, ?>>map(component -> entity.column(component).orElseThrow())
              .toList());
    }
    return keys.stream().findFirst();
  }
}
