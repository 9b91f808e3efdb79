package dev.ashlar.web.rest;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Item;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows asked for, and the rows to be read with them, while the parameters are read.
final class Include {
  private final Resource resource;
  private final Map<String, Below> below = new LinkedHashMap<>();
  private List<Column<?, ?>> chosen = List.of();
  private List<Order> order = List.of();
  private Condition where = Always.TRUE;
  private int limit;

  private record Below(Edge edge, Include include) {}

  /// @param limit the most rows, per parent
  Include(Resource resource, int limit) {
    this.resource = resource;
    this.limit = limit;
  }

  Resource resource() {
    return resource;
  }

  void choose(List<Column<?, ?>> columns) {
    chosen = List.copyOf(columns);
  }

  void order(List<Order> keys) {
    order = List.copyOf(keys);
  }

  void where(Condition condition) {
    where = condition;
  }

  void limit(int most) {
    limit = most;
  }

  /// What is included under a name, added if it is new.
  Include add(Edge edge, int most) {
    return below
        .computeIfAbsent(
            edge.name(), _ -> new Below(edge, new Include(edge.target(), edge.toMany() ? most : 1)))
        .include();
  }

  /// What is included under a name.
  @Nullable Include below(String name) {
    var found = below.get(name);
    return found == null ? null : found.include();
  }

  /// Whether a name that is included leads to a list.
  boolean list(String name) {
    var found = below.get(name);
    return found != null && found.edge().toMany();
  }

  /// The most rows that may be read, of all levels.
  long most() {
    long each = 1;
    for (Below inner : below.values()) {
      each += inner.include().most();
    }
    return Math.min(limit * each, Integer.MAX_VALUE);
  }

  /// What to read and how to write it.
  RowShape shape() {
    if (chosen.isEmpty() && below.isEmpty()) {
      return resource.whole();
    }
    var included = new ArrayList<RowShape.Included>();
    for (Below each : below.values()) {
      RowShape inner = each.include().shape();
      included.add(
          new RowShape.Included(
              each.edge(), each.include().item(each.edge(), inner.selection()), inner.writer()));
    }
    return RowShape.of(resource, chosen.isEmpty() ? resource.columns() : chosen, included);
  }

  private Item item(Edge edge, Selection selection) {
    if (!edge.toMany()) {
      return new Selection.One(edge.relation(), selection);
    }
    return new Selection.Many(
        edge.relation(), selection, where, keys(), Optional.of(new Value(ValueType.INT, limit)));
  }

  /// What a list is sorted by: without an order of its own the newest first.
  private List<Order> keys() {
    if (order.isEmpty()) {
      return resource.newestFirst();
    }
    var keys = new ArrayList<>(order);
    var id = resource.entity().id();
    if (keys.stream().noneMatch(key -> key.term().equals(id.term()))) {
      keys.add(new Order(id.term(), keys.getLast().descending()));
    }
    return keys;
  }
}
