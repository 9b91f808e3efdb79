package dev.ashlar.web.rest;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads `-createdAt,title`.
final class OrderParameter {
  private static final int MOST_KEYS = 8;

  private OrderParameter() {}

  /// The keys to sort by; faults are noted.
  static List<Order> read(Resource resource, String pointer, String text, Parsing parsing) {
    var order = new ArrayList<Order>();
    Set<String> seen = new HashSet<>();
    for (String part : text.split(",", -1)) {
      boolean descending = part.startsWith("-");
      String name = descending ? part.substring(1) : part;
      if (!seen.add(name)) {
        parsing.fault(
            pointer, "duplicate", "Found %s twice; name it once.".formatted(Values.shown(name)));
      } else if (seen.size() > MOST_KEYS) {
        throw parsing.stop(
            pointer, "too_many", "Found more than %d columns to sort by.".formatted(MOST_KEYS));
      } else {
        add(resource, pointer, name, descending, parsing, order);
      }
    }
    return order;
  }

  private static void add(
      Resource resource,
      String pointer,
      String name,
      boolean descending,
      Parsing parsing,
      List<Order> order) {
    Column<?, ?> column = resource.column(name);
    if (column == null) {
      parsing.fault(
          pointer,
          "unknown_column",
          "%s has no %s; sort by %s, with - before the name to descend."
              .formatted(resource, Values.shown(name), resource.properties()));
    } else if (!column.type().ordered()) {
      parsing.fault(pointer, "not_ordered", "%s has no order; leave it out.".formatted(name));
    } else if (parsing.open(pointer, column)) {
      order.add(new Order(column.term(), descending));
    }
  }
}
