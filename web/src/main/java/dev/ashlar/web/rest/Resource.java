package dev.ashlar.web.rest;

import dev.ashlar.model.Uuid7;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Path;
import dev.ashlar.runtime.operation.Read;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the surface knows of one entity before the first request.
final class Resource {
  private final EntityModel<?> entity;
  private final SortedSet<String> actions;
  private final List<Column<?, ?>> columns;
  private final Map<String, Column<?, ?>> byProperty = new LinkedHashMap<>();
  private final Map<String, Filter> filters = new HashMap<>();
  private final Map<String, Edge> edges = new LinkedHashMap<>();
  private final RowShape whole;
  private final Read one;

  /// @param actions the names of its actions
  /// @param internal the columns that stand in no answer and no request
  Resource(EntityModel<?> entity, Set<String> actions, Predicate<Column<?, ?>> internal) {
    this.entity = entity;
    this.actions = new TreeSet<>(actions);
    this.columns =
        entity.columns().stream()
            .<Column<?, ?>>map(column -> column)
            .filter(internal.negate())
            .toList();
    for (Column<?, ?> column : columns) {
      byProperty.put(column.property(), column);
      addFilters(column);
    }
    this.whole = RowShape.whole(entity, columns);
    this.one = Read.one(entity, whole.selection(), Uuid7.next());
  }

  private void addFilters(Column<?, ?> column) {
    var term = new At(Path.ROOT, column);
    for (FilterOperator operator : FilterOperator.values()) {
      if (operator.takes(column.type())) {
        filters.put(column.property() + "." + operator.word(), new Filter(term, operator));
      }
    }
    if (column.type().comparable()) {
      filters.put(column.property(), new Filter(term, FilterOperator.EQ));
    }
  }

  /// Adds a relation, once all resources are known.
  void connect(Edge edge) {
    edges.put(edge.relation().name(), edge);
  }

  EntityModel<?> entity() {
    return entity;
  }

  /// The names of the actions, in order.
  SortedSet<String> actions() {
    return Collections.unmodifiableSortedSet(actions);
  }

  /// The name in paths, such as `tasks`.
  String plural() {
    return entity.plural();
  }

  /// The columns on the wire.
  List<Column<?, ?>> columns() {
    return columns;
  }

  /// The column of a property on the wire.
  @Nullable Column<?, ?> column(String property) {
    return byProperty.get(property);
  }

  /// The filter that a parameter's whole name stands for, such as `priority.gte`.
  @Nullable Filter filter(String parameter) {
    return filters.get(parameter);
  }

  @Nullable Edge edge(String name) {
    return edges.get(name);
  }

  Collection<Edge> edges() {
    return List.copyOf(edges.values());
  }

  /// Every column on the wire, at its ordinal.
  RowShape whole() {
    return whole;
  }

  /// Reads one row whole; ask it for another key.
  Read one() {
    return one;
  }

  boolean versioned() {
    return entity.inRole(Role.VERSION).isPresent();
  }

  boolean restorable() {
    return entity.inRole(Role.DELETED).isPresent();
  }

  /// Newest first: by the moment of creation where there is one, and by key.
  List<Order> newestFirst() {
    var order = new ArrayList<Order>();
    entity.inRole(Role.CREATED).ifPresent(created -> order.add(created.desc()));
    order.add(entity.id().desc());
    return order;
  }

  /// The columns of a unique key, given its properties in any order.
  Optional<List<Column<?, ?>>> uniqueKey(List<String> properties) {
    var key = properties.stream().<Column<?, ?>>map(byProperty::get).toList();
    if (key.contains(null)) {
      return Optional.empty();
    }
    if (key.size() == 1 && key.getFirst().spec().unique()) {
      return Optional.of(key);
    }
    var components = key.stream().map(column -> column.spec().component()).sorted().toList();
    return entity.spec().uniques().stream()
            .anyMatch(unique -> unique.stream().sorted().toList().equals(components))
        ? Optional.of(key)
        : Optional.empty();
  }

  /// The unique keys, for messages: `email or teamId,name`.
  String uniqueKeys() {
    var keys = new ArrayList<String>();
    for (Column<?, ?> column : columns) {
      if (column.spec().unique()) {
        keys.add(column.property());
      }
    }
    for (List<String> unique : entity.spec().uniques()) {
      keys.add(
          unique.stream()
              .map(component -> entity.column(component).orElseThrow().property())
              .collect(Collectors.joining(",")));
    }
    return keys.isEmpty() ? "none" : String.join(" or ", keys);
  }

  /// The properties on the wire, for messages.
  String properties() {
    return String.join(", ", byProperty.keySet());
  }

  @Override
  public String toString() {
    return entity.plural();
  }
}
