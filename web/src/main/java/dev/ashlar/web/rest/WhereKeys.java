package dev.ashlar.web.rest;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.value.JsonMismatch;
import dev.ashlar.model.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a filter written as a parameter: `priority.gte=3`, `project.name.contains=deploy`.
final class WhereKeys {
  private static final int MOST_STEPS = 5;

  private WhereKeys() {}

  /// Adds the parameter's condition; faults are noted.
  static void read(
      Resource resource, String name, String value, Parsing parsing, List<Condition> conditions) {
    String pointer = Pointers.then("", name);
    parsing.condition(pointer);
    Filter filter = resource.filter(name);
    if (filter == null) {
      filter = walk(resource, name, pointer, parsing);
      if (filter == null) {
        return;
      }
    }
    if (!parsing.open(pointer, filter.term().column())) {
      return;
    }
    try {
      conditions.add(filter.with(value));
    } catch (JsonMismatch mismatch) {
      parsing.fault(pointer, "invalid_value", String.valueOf(mismatch.getMessage()));
    }
  }

  /// The filter at the end of a path over references.
  private static @Nullable Filter walk(
      Resource start, String name, String pointer, Parsing parsing) {
    Resource resource = start;
    Path path = Path.ROOT;
    String rest = name;
    for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
      Edge edge = resource.edge(rest.substring(0, dot));
      if (edge == null || edge.toMany() || path.steps().size() == MOST_STEPS) {
        break;
      }
      if (!parsing.open(pointer, edge.reference())) {
        return null;
      }
      path = path.then(edge.relation());
      resource = edge.target();
      rest = rest.substring(dot + 1);
      Filter found = resource.filter(rest);
      if (found != null) {
        return found.at(path);
      }
    }
    explain(resource, rest, pointer, parsing);
    return null;
  }

  private static void explain(Resource resource, String rest, String pointer, Parsing parsing) {
    int dot = rest.indexOf('.');
    String head = dot < 0 ? rest : rest.substring(0, dot);
    Column<?, ?> column = resource.column(head);
    Edge edge = resource.edge(head);
    if (column != null) {
      parsing.fault(
          pointer,
          "unknown_operator",
          "%s takes %s; found %s."
              .formatted(
                  head,
                  FilterOperator.words(column.type()),
                  dot < 0 ? "none" : Values.shown(rest.substring(dot + 1))));
    } else if (edge != null && edge.toMany()) {
      parsing.fault(
          pointer,
          "unknown_parameter",
          "%1$s is a list; ask where={\"%1$s\":{\"any\":{…}}}.".formatted(head));
    } else if (edge != null) {
      parsing.fault(
          pointer,
          "unknown_parameter",
          "%s is a row, and paths have at most %d steps; ask for a column of it: %s."
              .formatted(head, MOST_STEPS, edge.target().properties()));
    } else {
      parsing.fault(
          pointer,
          "unknown_parameter",
          "%s has no %s; filter by %s, and there are where, search, order, select, include, limit, after."
              .formatted(resource, Values.shown(head), resource.properties()));
    }
  }
}
