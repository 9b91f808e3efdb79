package dev.ashlar.web.rest;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads `select` and `include`, and what is asked of the rows included: `comments.select`, and of
/// lists `comments.limit`, `comments.order`, `comments.where`.
final class IncludeParameters {
  private static final Set<String> OPTIONS = Set.of("select", "limit", "order", "where");
  private static final int MOST_LEVELS = 5;
  private static final int MOST_INCLUDED = 20;
  private static final int MOST_ROWS = 50_000;

  private final Parsing parsing;
  private final RestConfig config;
  private final Include root;
  private final List<Option> options = new ArrayList<>();
  private int included;

  private record Option(String name, String value) {}

  IncludeParameters(Resource resource, Parsing parsing, RestConfig config) {
    this.parsing = parsing;
    this.config = config;
    this.root = new Include(resource, 1);
  }

  /// Takes a parameter if it is one of these.
  boolean take(String name, String value) {
    switch (name) {
      case "select" -> select(root, "/select", value);
      case "include" -> include(value);
      default -> {
        if (!OPTIONS.contains(name.substring(name.lastIndexOf('.') + 1))) {
          return false;
        }
        options.add(new Option(name, value));
      }
    }
    return true;
  }

  /// What to read and how to write it, once every parameter was taken.
  ///
  /// @param rows the most rows of the page
  RowShape shape(int rows) {
    options.forEach(this::apply);
    root.limit(rows);
    if (root.most() > MOST_ROWS) {
      throw parsing.stop(
          "/include",
          "too_many_rows",
          "The answer might have %d rows; ask for at most %d, with a smaller limit of the page or of a list included."
              .formatted(root.most(), MOST_ROWS));
    }
    return root.shape();
  }

  // ---- select ----

  private void select(Include of, String pointer, String text) {
    var resource = of.resource();
    Set<Column<?, ?>> chosen = new LinkedHashSet<>();
    for (String name : text.split(",", -1)) {
      Column<?, ?> column = resource.column(name);
      if (column == null) {
        parsing.fault(
            pointer,
            "unknown_column",
            "%s has no %s; select of %s."
                .formatted(resource, Values.shown(name), resource.properties()));
      } else if (parsing.open(pointer, column) && !chosen.add(column)) {
        parsing.fault(pointer, "duplicate", "Found %s twice; name it once.".formatted(name));
      }
    }
    of.choose(List.copyOf(chosen));
  }

  // ---- include ----

  private void include(String text) {
    for (String path : text.split(",", -1)) {
      var names = path.split("\\.", -1);
      if (names.length > MOST_LEVELS) {
        parsing.fault(
            "/include",
            "too_deep",
            "Found %d levels; include at most %d.".formatted(names.length, MOST_LEVELS));
      } else {
        include(names);
      }
    }
  }

  private void include(String[] names) {
    Include at = root;
    for (String name : names) {
      Edge edge = at.resource().edge(name);
      if (edge == null) {
        parsing.fault("/include", "unknown_relation", unknown(at.resource(), name));
        return;
      }
      if (!parsing.open("/include", edge.reference())) {
        return;
      }
      if (at.below(name) == null && ++included > MOST_INCLUDED) {
        throw parsing.stop(
            "/include", "too_many", "Found more than %d relations.".formatted(MOST_INCLUDED));
      }
      at = at.add(edge, config.includeLimit());
    }
  }

  private static String unknown(Resource resource, String name) {
    String known = resource.edges().stream().map(Edge::name).collect(Collectors.joining(", "));
    return "%s has no relation %s; include of %s."
        .formatted(resource, Values.shown(name), known.isEmpty() ? "none, for it has none" : known);
  }

  // ---- options ----

  private void apply(Option option) {
    String pointer = Pointers.then("", option.name());
    int dot = option.name().lastIndexOf('.');
    var names = option.name().substring(0, Math.max(dot, 0)).split("\\.", -1);
    Include at = root;
    boolean list = false;
    for (String name : names) {
      list = at.list(name);
      Include below = at.below(name);
      if (below == null) {
        parsing.fault(
            pointer,
            "unknown_parameter",
            "Nothing of that name is included; add it to include= first.");
        return;
      }
      at = below;
    }
    apply(at, list, option.name().substring(dot + 1), option.value(), pointer);
  }

  private void apply(Include at, boolean list, String what, String value, String pointer) {
    if (!list && !what.equals("select")) {
      parsing.fault(
          pointer, "unknown_parameter", "One row is included, not a list; it takes select alone.");
      return;
    }
    switch (what) {
      case "select" -> select(at, pointer, value);
      case "order" -> at.order(OrderParameter.read(at.resource(), pointer, value, parsing));
      case "where" -> at.where(WhereJson.read(at.resource(), pointer, value, parsing));
      default -> at.limit(LimitParameter.read(pointer, value, config.maxLimit(), parsing));
    }
  }
}
