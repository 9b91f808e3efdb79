package dev.ashlar.runtime;

import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.ViewModel;
import dev.ashlar.runtime.operation.Cursor;
import dev.ashlar.runtime.operation.Listing;
import dev.ashlar.runtime.operation.Outcome.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/// Rows that fit a condition, in an order; immutable, and asked for nothing until one of its last
/// words is said: [#list], [#page], [#first], [#count].
///
/// Read as records, a column hidden from the actor is refused; read a view to see the rest.
///
/// @param <T> the entity
public final class RowQuery<T> {
  /// One more is asked of the database, to know whether there are further ones.
  private static final int ALL = Integer.MAX_VALUE - 1;

  private final ReadOnlyRepository<T> rows;
  private final Condition where;
  private final List<Order> order;

  RowQuery(ReadOnlyRepository<T> rows, Condition where, List<Order> order) {
    this.rows = rows;
    this.where = where;
    this.order = List.copyOf(order);
  }

  /// Those of them for which a further condition holds.
  public RowQuery<T> and(Condition further) {
    return new RowQuery<>(rows, where.and(further), order);
  }

  /// The same, sorted; the primary key breaks ties.
  public RowQuery<T> orderBy(Order... keys) {
    return new RowQuery<>(rows, where, List.of(keys));
  }

  // ---- as records ----

  /// All of them.
  public List<T> list() {
    return page(ALL, Optional.empty()).items();
  }

  /// The first, if there is one.
  public Optional<T> first() {
    return page(1, Optional.empty()).items().stream().findFirst();
  }

  /// The first page.
  public Page<T> page(int limit) {
    return page(limit, Optional.empty());
  }

  /// The page after a cursor; the first where there is none.
  public Page<T> page(int limit, Optional<Cursor> after) {
    EntityModel<T> entity = rows.entity();
    return page(Selection.all(entity), row -> entity.reader().read(row), limit, after);
  }

  // ---- as views ----

  /// All of them, in the shape of a view.
  public <V> List<V> list(ViewModel<V> view) {
    return page(view, ALL, Optional.empty()).items();
  }

  /// The first in the shape of a view, if there is one.
  public <V> Optional<V> first(ViewModel<V> view) {
    return page(view, 1, Optional.empty()).items().stream().findFirst();
  }

  /// The first page in the shape of a view.
  public <V> Page<V> page(ViewModel<V> view, int limit) {
    return page(view, limit, Optional.empty());
  }

  /// The page after a cursor in the shape of a view; the first where there is none.
  public <V> Page<V> page(ViewModel<V> view, int limit, Optional<Cursor> after) {
    return page(view.selection(), row -> view.reader().read(row), limit, after);
  }

  // ---- as numbers ----

  /// How many the actor may see.
  public long count() {
    return ask(Selection.of(List.of(rows.entity().id())), 0, Optional.empty(), true)
        .total()
        .orElseThrow();
  }

  // ---- asking ----

  private <V> Page<V> page(
      Selection selection, Function<Fetched, V> reader, int limit, Optional<Cursor> after) {
    Rows found = ask(selection, limit, after, false);
    var items = new ArrayList<V>(found.rows().size());
    found.rows().forEach(row -> items.add(reader.apply(new Unmasked(selection, row))));
    return new Page<>(items, found.next());
  }

  private Rows ask(Selection selection, int limit, Optional<Cursor> after, boolean total) {
    return rows.read(
        new Listing(rows.entity(), selection, where, order, limit, after, total).read());
  }

  /// The keys and versions of all of them, for a write of each.
  List<Key> keys() {
    var entity = rows.entity();
    var version = entity.inRole(Role.VERSION);
    Selection selection = Selection.of(List.of(entity.id()));
    if (version.isPresent()) {
      selection = selection.with(new Selection.Field(version.get()));
    }
    var keys = new ArrayList<Key>();
    for (Fetched row : ask(selection, ALL, Optional.empty(), false).rows()) {
      keys.add(
          new Key(
              row.uuid(0),
              version.isPresent() ? OptionalInt.of(row.int32(1)) : OptionalInt.empty()));
    }
    return keys;
  }

  record Key(UUID id, OptionalInt version) {}
}
