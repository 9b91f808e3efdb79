package dev.ashlar.runtime.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.data.Database;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.value.Row;
import dev.ashlar.runtime.access.ActorShape;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Outcome.Written;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Creates rows: one statement checks the new row, inserts it, and writes it down.
final class Creating {
  private static final long KEPT_TEMPLATES = 1_000;

  private final Database database;
  private final Denial denial;
  private final Cache<Key, Template> templates =
      Caffeine.newBuilder().maximumSize(KEPT_TEMPLATES).build();

  /// What decides the shape of a creation: who asks, what is created, and which columns must be
  /// looked at.
  private record Key(ActorShape shape, EntityModel<?> entity, BitSet given) {}

  /// A creation whose values can be replaced.
  ///
  /// @param masked the columns whose visibility the tests tell, after the row's own
  private record Template(Lifted<Insert> insert, List<Column<?, ?>> masked) {}

  Creating(Database database) {
    this.database = database;
    this.denial = new Denial(database);
  }

  Future<Outcome> run(RequestContext context, ChangeSet given) {
    ChangeSet row = NewRow.of(context, given);
    var id = (UUID) Objects.requireNonNull(row.stored(row.entity().id()));
    var template = template(context, row, id);
    var query = filled(template, context, row, id);
    var viewer = context.shape().viewer();
    var facts = new Facts(context.actor());
    var tests =
        context.session().isPresent()
            ? database.insert(context.session().get(), query, viewer, facts)
            : database.insert(query, viewer, facts);
    return tests
        .recover(failure -> Future.failedFuture(Denial.translated(failure, row.entity())))
        .compose(
            flags ->
                flags.isPresent()
                    ? Future.succeededFuture(written(template, row, id, flags.get()))
                    : denial.ofCreation(context, row).compose(Future::failedFuture));
  }

  // ---- the statement ----

  private Template template(RequestContext context, ChangeSet row, UUID id) {
    var key = new Key(context.shape(), row.entity(), given(context.shape(), row));
    Template known = templates.getIfPresent(key);
    if (known != null) {
      return known;
    }
    Template made = make(context, row, id);
    templates.put(key, made);
    return made;
  }

  /// The columns with a value that the rules look at.
  private static BitSet given(ActorShape shape, ChangeSet row) {
    var given = new BitSet();
    var columns = row.entity().columns();
    for (int i = 0; i < columns.size(); i++) {
      Column<?, ?> column = columns.get(i);
      boolean lookedAt = column instanceof RefColumn || !free(shape, column);
      if (lookedAt && row.stored(column) != null) {
        given.set(i);
      }
    }
    return given;
  }

  private static boolean free(ActorShape shape, Column<?, ?> column) {
    return shape.writableNew(column).equals(Always.TRUE);
  }

  private static Template make(RequestContext context, ChangeSet row, UUID id) {
    var shape = context.shape();
    var entity = row.entity();
    var assignments = new ArrayList<Assignment>();
    row.forEach((column, value) -> assignments.add(Assignment.of(column, value)));
    var masked = masked(shape, entity);
    var tests = new ArrayList<Condition>();
    tests.add(shape.allowed(entity, Verb.READ));
    masked.forEach(column -> tests.add(shape.readableAfter(column)));
    var entries =
        Journal.entries(context, Deed.CREATE, entity, id, Optional.empty(), Optional.of(row));
    var insert = new Insert(entity, assignments, check(shape, row), tests, entries);
    return new Template(Lifted.of(insert), masked);
  }

  private static List<Column<?, ?>> masked(ActorShape shape, EntityModel<?> entity) {
    var masked = new ArrayList<Column<?, ?>>();
    for (Column<?, ?> column : entity.columns()) {
      if (!shape.readableAfter(column).equals(Always.TRUE)) {
        masked.add(column);
      }
    }
    return List.copyOf(masked);
  }

  private static Condition check(ActorShape shape, ChangeSet row) {
    var entity = row.entity();
    var check = shape.allowed(entity, Verb.CREATE).and(shape.checked(entity, Verb.CREATE));
    for (Column<?, ?> column : entity.columns()) {
      if (row.stored(column) != null) {
        check = check.and(shape.writableNew(column)).and(leads(column));
      }
    }
    return check;
  }

  /// A reference may only be set to a row that the actor may see.
  static Condition leads(Column<?, ?> column) {
    return column instanceof RefColumn<?, ?> reference
        ? new Present(Path.ROOT.then(reference.relation()), false)
        : Always.TRUE;
  }

  /// The template's query with this row's values: its columns come first, its journal entries last.
  private static Lifted<Insert> filled(
      Template template, RequestContext context, ChangeSet row, UUID id) {
    var values = new ArrayList<@Nullable Object>(template.insert().values());
    var columns = row.entity().columns();
    for (int i = 0; i < columns.size(); i++) {
      values.set(i, row.stored(columns.get(i)));
    }
    var entries =
        Journal.values(context, Deed.CREATE, row.entity(), id, Optional.empty(), Optional.of(row));
    int from = values.size() - Journal.SIZE;
    for (int i = 0; i < Journal.SIZE; i++) {
      values.set(from + i, entries.get(i));
    }
    return template.insert().with(values);
  }

  // ---- the answer ----

  private static Written written(Template template, ChangeSet row, UUID id, Row flags) {
    var entity = row.entity();
    var hidden = new BitSet();
    var masked = template.masked();
    for (int i = 0; i < masked.size(); i++) {
      if (!flags.bool(i + 1)) {
        hidden.set(entity.ordinal(masked.get(i)));
      }
    }
    Optional<Fetched> seen =
        flags.bool(0) ? Optional.of(new StoredRow(row, hidden)) : Optional.empty();
    return new Written(Verb.CREATE, entity, id, version(row), seen, false);
  }

  static OptionalInt version(ChangeSet row) {
    var column = row.entity().inRole(Role.VERSION);
    return column.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(NewRow.version(row, column.get()));
  }
}
