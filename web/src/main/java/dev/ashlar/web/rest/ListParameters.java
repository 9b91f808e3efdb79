package dev.ashlar.web.rest;

import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Search;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.SearchWords;
import dev.ashlar.runtime.operation.Cursor;
import dev.ashlar.runtime.operation.Listing;
import dev.ashlar.web.Query;
import dev.ashlar.web.Query.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of a list.
final class ListParameters {
  /// Further words are left out: each costs a look into the index.
  private static final int MOST_WORDS = 16;

  private final Resource resource;
  private final RestConfig config;
  private final Parsing parsing;
  private final IncludeParameters include;
  private final List<Condition> conditions = new ArrayList<>();
  private List<Order> order = List.of();
  private int limit;
  private @Nullable String after;

  /// A list as it was asked for.
  record Asked(Listing listing, RowShape shape) {}

  private ListParameters(Resource resource, RestConfig config, Parsing parsing) {
    this.resource = resource;
    this.config = config;
    this.parsing = parsing;
    this.include = new IncludeParameters(resource, parsing, config);
    this.limit = config.defaultLimit();
  }

  /// Reads all parameters.
  ///
  /// @param scope a condition that holds whatever they say
  /// @throws dev.ashlar.web.ProblemException naming everything that is wrong with them
  static Asked read(
      Resource resource,
      Query query,
      RestConfig config,
      Parsing parsing,
      Cursors cursors,
      Condition scope,
      boolean total) {
    var reading = new ListParameters(resource, config, parsing);
    reading.conditions.add(scope);
    Set<String> seen = new HashSet<>();
    for (Parameter parameter : query.parameters()) {
      if (seen.add(parameter.name())) {
        reading.take(parameter.name(), parameter.value());
      } else {
        repeated(parameter.name(), parsing);
      }
    }
    return reading.asked(cursors, total);
  }

  static void repeated(String name, Parsing parsing) {
    parsing.fault(
        Pointers.then("", name),
        "duplicate_parameter",
        "Found it twice; give it once. One of several values is asked for with .in=a,b.");
  }

  private void take(String name, String value) {
    switch (name) {
      case "where" -> conditions.add(WhereJson.read(resource, "/where", value, parsing));
      case "search" -> search(value);
      case "order" -> order = OrderParameter.read(resource, "/order", value, parsing);
      case "limit" -> limit = LimitParameter.read("/limit", value, config.maxLimit(), parsing);
      case "after" -> after = value;
      default -> {
        if (resource.filter(name) != null || !include.take(name, value)) {
          WhereKeys.read(resource, name, value, parsing, conditions);
        }
      }
    }
  }

  private void search(String text) {
    var searchable = resource.entity().searchable();
    if (searchable.isEmpty()) {
      parsing.fault(
          "/search", "not_searchable", "%s has nothing to search in.".formatted(resource));
      return;
    }
    for (var column : searchable) {
      if (!parsing.open("/search", column)) {
        return;
      }
    }
    String words = SearchWords.of(text).stream().limit(MOST_WORDS).collect(Collectors.joining(" "));
    conditions.add(
        words.isEmpty()
            ? Always.FALSE
            : new Search(Path.ROOT, resource.entity(), new Value(ValueType.STRING, words), false));
  }

  private Asked asked(Cursors cursors, boolean total) {
    RowShape shape = include.shape(limit);
    var first =
        new Listing(
            resource.entity(),
            shape.selection(),
            And.of(conditions),
            order,
            limit,
            Optional.empty(),
            total);
    if (after == null) {
      parsing.refuse();
      return new Asked(first, shape);
    }
    var cursor = cursors.read(resource.entity(), first.keys(), after);
    if (cursor.isEmpty()) {
      parsing.fault(
          "/after",
          "bad_cursor",
          "This is not a cursor of this list in this order; take the one that next gave, or begin"
              + " anew.");
    }
    parsing.refuse();
    return new Asked(after(first, cursor.orElseThrow()), shape);
  }

  private static Listing after(Listing first, Cursor cursor) {
    return new Listing(
        first.entity(),
        first.selection(),
        first.where(),
        first.order(),
        first.limit(),
        Optional.of(cursor),
        first.total());
  }
}
