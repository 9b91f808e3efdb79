package dev.ashlar.runtime.operation;

import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.Query.Count;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Field;
import dev.ashlar.model.query.Selection.Item;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a page of rows is asked with, before it becomes a [Read].
///
/// @param where which rows
/// @param order what to sort by; the primary key is added
/// @param limit the most rows
/// @param after where the last page ended
/// @param total whether to count all rows that fit
public record Listing(
    EntityModel<?> entity,
    Selection selection,
    Condition where,
    List<Order> order,
    int limit,
    Optional<Cursor> after,
    boolean total) {

  public Listing {
    order = List.copyOf(order);
  }

  /// Every row in the order of the keys, a page at a time.
  public static Listing of(EntityModel<?> entity, int limit) {
    return new Listing(
        entity, Selection.all(entity), Always.TRUE, List.of(), limit, Optional.empty(), false);
  }

  /// The read: one row more than the page holds is asked for, since it tells whether there is a
  /// next page.
  public Read read() {
    var keys = keys();
    var items = new ArrayList<>(selection.items());
    var positions = keys.stream().map(key -> position(items, key)).toList();
    Condition rest = after.map(cursor -> cursor.after(keys)).orElse(Always.TRUE);
    var select =
        new Select(
            entity,
            new Selection(items),
            where.and(rest),
            keys,
            Optional.of(new Value(ValueType.INT, limit + 1)),
            Lock.NONE);
    var count =
        total ? Optional.of(Lifted.of(new Count(entity, where))) : Optional.<Lifted<Count>>empty();
    return new Read(
        entity, Lifted.of(select), Optional.of(new Read.Page(limit, keys, positions)), count);
  }

  /// Everything that the page is sorted by, the primary key last: what a [Cursor] has values of.
  public List<Order> keys() {
    var keys = new ArrayList<>(order);
    if (keys.stream().noneMatch(key -> key.term().equals(entity.id().term()))) {
      boolean descending = !keys.isEmpty() && keys.getLast().descending();
      keys.add(new Order(entity.id().term(), descending));
    }
    return List.copyOf(keys);
  }

  /// What is sorted by is read as well, since the next page's cursor holds it.
  private static int position(List<Item> items, Order key) {
    var field = new Field(column(key));
    int at = items.indexOf(field);
    if (at < 0) {
      items.add(field);
    }
    return at < 0 ? items.size() - 1 : at;
  }

  private static Column<?, ?> column(Order key) {
    if (key.term() instanceof At(Path path, var column) && path.root()) {
      return column;
    }
    throw new IllegalArgumentException(
        "A page is sorted by columns of its own rows; found %s.".formatted(key.term()));
  }
}
