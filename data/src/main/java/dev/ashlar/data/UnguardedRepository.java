package dev.ashlar.data;

import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Term;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Count;
import dev.ashlar.model.query.Query.Delete;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Query.Update;
import dev.ashlar.model.query.Query.Upsert;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.value.ValueType;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// The rows of an entity, beside every rule: it sees what policies hide and what is softly deleted,
/// and what it writes nobody validates, checks or writes down.
///
/// It is for the framework itself, for migrations of data, and for seeding. It does not block; the
/// futures fail with a [dev.ashlar.data.driver.DataException].
///
/// @param <T> the entity
public final class UnguardedRepository<T> {
  private final Database database;
  private final EntityModel<T> entity;
  private final Executor executor;

  public UnguardedRepository(Database database, EntityModel<T> entity) {
    this(database, entity, database.driver());
  }

  private UnguardedRepository(Database database, EntityModel<T> entity, Executor executor) {
    this.database = database;
    this.entity = entity;
    this.executor = executor;
  }

  /// The same rows within a transaction.
  public UnguardedRepository<T> in(Executor transaction) {
    return new UnguardedRepository<>(database, entity, transaction);
  }

  // ---- reads ----

  /// The row with this key, if there is one.
  public Future<Optional<T>> find(UUID id) {
    return first(key(id));
  }

  /// The first row that fits, if there is one.
  public Future<Optional<T>> first(Condition where, Order... order) {
    return list(where, OptionalInt.of(1), order).map(rows -> rows.stream().findFirst());
  }

  /// All rows that fit; without an order, in any.
  public Future<List<T>> list(Condition where, Order... order) {
    return list(where, OptionalInt.empty(), order);
  }

  /// The rows that fit, at most so many.
  public Future<List<T>> list(Condition where, OptionalInt limit, Order... order) {
    Optional<Term> most =
        limit.isPresent()
            ? Optional.of(new Value(ValueType.INT, limit.getAsInt()))
            : Optional.empty();
    var select = new Select(entity, Selection.all(entity), where, List.of(order), most, Lock.NONE);
    return database
        .select(executor, Lifted.of(select), Viewer.ALL, Bindings.Context.NONE)
        .map(this::records);
  }

  private List<T> records(List<Fetched> rows) {
    var records = new ArrayList<T>(rows.size());
    rows.forEach(row -> records.add(entity.reader().read(row)));
    return records;
  }

  /// How many rows fit.
  public Future<Long> count(Condition where) {
    return database.count(
        executor, Lifted.of(new Count(entity, where)), Viewer.ALL, Bindings.Context.NONE);
  }

  // ---- writes ----

  /// Inserts a row as it is, with its key, version and times.
  public Future<Void> insert(T row) {
    return insertAll(List.of(row)).mapEmpty();
  }

  /// Inserts rows as they are, in one batch, and gives how many.
  public Future<Integer> insertAll(List<T> rows) {
    return database.insertAll(
        executor, rows.stream().map(row -> Lifted.of(insertOf(row))).toList());
  }

  /// Replaces the row with the same key and, where the entity has one, the same version; moves the
  /// version on.
  ///
  /// @return false when there is no such row, or it has another version by now
  public Future<Boolean> update(T row) {
    var changes = new ArrayList<Assignment>();
    Condition where = key(id(row));
    for (Column<T, ?> column : entity.columns()) {
      Object stored = column.stored(row);
      if (column.role() == Role.VERSION && stored instanceof Integer version) {
        where = where.and(equal(column, version));
        stored = version + 1;
      }
      if (column.role() != Role.ID) {
        changes.add(Assignment.of(column, stored));
      }
    }
    return database
        .update(executor, Lifted.of(new Update(entity, changes, where)), Bindings.Context.NONE)
        .map(changed -> changed == 1);
  }

  /// Changes every row that fits, and gives how many.
  public Future<Integer> updateAll(Condition where, ChangeSet changes) {
    var update = new Update(entity, assignments(changes), where);
    return database.update(executor, Lifted.of(update), Bindings.Context.NONE);
  }

  /// Inserts a row as it is, unless there is one with the same values in a unique key.
  ///
  /// @param key the columns of the unique key
  /// @return false when there was one already
  public Future<Boolean> insertIfAbsent(T row, Column<?, ?>... key) {
    return database
        .upsert(executor, Lifted.of(new Upsert(insertOf(row), List.of(key), List.of())))
        .map(inserted -> inserted == 1);
  }

  /// Inserts a row, or replaces the one that has the same values in a unique key; that one keeps
  /// its primary key.
  ///
  /// @param key the columns of the unique key; the primary key when none is named
  public Future<Void> upsert(T row, Column<?, ?>... key) {
    List<Column<?, ?>> unique = key.length == 0 ? List.of(entity.id()) : List.of(key);
    var changes = new ArrayList<Assignment>();
    for (Column<T, ?> column : entity.columns()) {
      if (column.role() != Role.ID && !unique.contains(column)) {
        changes.add(Assignment.of(column, column.stored(row)));
      }
    }
    return database
        .upsert(executor, Lifted.of(new Upsert(insertOf(row), unique, changes)))
        .mapEmpty();
  }

  /// Removes the row with this key for good; false when there is none.
  public Future<Boolean> delete(UUID id) {
    return deleteAll(key(id)).map(removed -> removed == 1);
  }

  /// Removes every row that fits for good, and gives how many.
  public Future<Integer> deleteAll(Condition where) {
    return database.delete(executor, Lifted.of(new Delete(entity, where)), Bindings.Context.NONE);
  }

  // ---- pieces ----

  private Insert insertOf(T row) {
    return new Insert(entity, assignments(ChangeSet.of(entity, row)));
  }

  private static List<Assignment> assignments(ChangeSet changes) {
    var assignments = new ArrayList<Assignment>();
    changes.forEach((column, value) -> assignments.add(Assignment.of(column, value)));
    return assignments;
  }

  private Condition key(UUID id) {
    return equal(entity.id(), id);
  }

  private static Condition equal(Column<?, ?> column, Object stored) {
    return new Compare(Operator.EQ, column.term(), new Value(column.type(), stored), false);
  }

  private UUID id(T row) {
    var id = (UUID) entity.id().stored(row);
    if (id == null) {
      throw new IllegalArgumentException(
          "A %s without a key cannot be replaced; give it the key of the stored row."
              .formatted(entity));
    }
    return id;
  }
}
