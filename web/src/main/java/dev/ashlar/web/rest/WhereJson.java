package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.And;
import dev.ashlar.model.query.Expr.Any;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.IsNull;
import dev.ashlar.model.query.Expr.Or;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.value.JsonMismatch;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a filter written as JSON:
/// `{"priority":{"gte":3},"comments":{"any":{"body":{"matches":"deploy"}}}}`.
final class WhereJson {
  private static final int MOST_LEVELS = 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4 * MOST_LEVELS)
                  .maxNumberLength(JsonBody.LONGEST_NUMBER)
                  .build())
          .build();

  private final JsonParser parser;
  private final Parsing parsing;
  private int level;

  private WhereJson(JsonParser parser, Parsing parsing) {
    this.parser = parser;
    this.parsing = parsing;
  }

  /// The condition; faults are noted.
  static Condition read(Resource resource, String pointer, String text, Parsing parsing) {
    try (var parser = JSON.createParser(text)) {
      parser.nextToken();
      Condition condition = new WhereJson(parser, parsing).object(resource, Path.ROOT, pointer);
      if (parser.nextToken() != null) {
        parsing.fault(pointer, "malformed_json", "Expected one JSON object, found more after it.");
      }
      return condition;
    } catch (IOException malformed) {
      throw parsing.stop(
          pointer,
          "malformed_json",
          "Expected a JSON object such as {\"priority\":{\"gte\":3}}, found "
              + Values.shown(text)
              + ".");
    }
  }

  /// All that an object asks of a row.
  private Condition object(Resource resource, Path path, String pointer) throws IOException {
    if (!expect(JsonToken.START_OBJECT, pointer, "an object")) {
      return Always.TRUE;
    }
    if (++level > MOST_LEVELS) {
      throw parsing.stop(
          pointer, "too_deep", "Found more than %d levels; nest less.".formatted(MOST_LEVELS));
    }
    var all = new ArrayList<Condition>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      all.add(member(resource, path, name, Pointers.then(pointer, name)));
    }
    level--;
    return And.of(all);
  }

  private Condition member(Resource resource, Path path, String name, String pointer)
      throws IOException {
    switch (name) {
      case "and" -> {
        return And.of(objects(resource, path, pointer));
      }
      case "or" -> {
        return Or.of(objects(resource, path, pointer));
      }
      case "not" -> {
        return object(resource, path, pointer).not();
      }
      default -> {
        Column<?, ?> column = resource.column(name);
        if (column != null) {
          return column(new At(path, column), pointer);
        }
        Edge edge = resource.edge(name);
        if (edge != null) {
          return edge(edge, path, pointer);
        }
      }
    }
    parsing.fault(
        pointer,
        "unknown_column",
        "%s has no %s; there are %s, its relations, and and, or, not."
            .formatted(resource, Values.shown(name), resource.properties()));
    parser.skipChildren();
    return Always.TRUE;
  }

  private List<Condition> objects(Resource resource, Path path, String pointer) throws IOException {
    var all = new ArrayList<Condition>();
    if (expect(JsonToken.START_ARRAY, pointer, "a list of objects")) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        all.add(object(resource, path, pointer + "/" + i));
      }
    }
    return all;
  }

  // ---- relations ----

  private Condition edge(Edge edge, Path path, String pointer) throws IOException {
    if (!parsing.open(pointer, edge.reference())) {
      parser.skipChildren();
      return Always.TRUE;
    }
    parsing.condition(pointer);
    if (edge.toMany()) {
      return many(edge, path, pointer);
    }
    var further = path.then(edge.relation());
    return parser.currentToken() == JsonToken.VALUE_NULL
        ? new Present(further, true)
        : object(edge.target(), further, pointer);
  }

  private Condition many(Edge edge, Path path, String pointer) throws IOException {
    if (!expect(JsonToken.START_OBJECT, pointer, "an object with any or none")) {
      return Always.TRUE;
    }
    var all = new ArrayList<Condition>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String inner = Pointers.then(pointer, name);
      parser.nextToken();
      if (name.equals("any") || name.equals("none")) {
        Condition where = object(edge.target(), Path.ROOT, inner);
        all.add(new Any(path, edge.relation(), where, name.equals("none")));
      } else {
        parsing.fault(
            inner,
            "unknown_operator",
            "A list takes any and none, found %s.".formatted(Values.shown(name)));
        parser.skipChildren();
      }
    }
    return And.of(all);
  }

  // ---- columns ----

  private Condition column(At term, String pointer) throws IOException {
    parsing.condition(pointer);
    if (!parsing.open(pointer, term.column())) {
      parser.skipChildren();
      return Always.TRUE;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return operator(term, FilterOperator.EQ.word(), pointer);
    }
    var all = new ArrayList<Condition>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      parsing.condition(pointer);
      all.add(operator(term, name, Pointers.then(pointer, name)));
    }
    return And.of(all);
  }

  private Condition operator(At term, String name, String pointer) throws IOException {
    boolean isNull = parser.currentToken() == JsonToken.VALUE_NULL;
    if (isNull && (name.equals("eq") || name.equals("ne"))) {
      return new IsNull(term, name.equals("ne"));
    }
    var operator = FilterOperator.of(name, term.type());
    if (operator.isEmpty()) {
      parsing.fault(
          pointer,
          "unknown_operator",
          "%s takes %s; found %s."
              .formatted(
                  term.column().property(), FilterOperator.words(term.type()), Values.shown(name)));
      parser.skipChildren();
      return Always.TRUE;
    }
    try {
      return value(term, operator.get());
    } catch (JsonMismatch mismatch) {
      parsing.fault(pointer, "invalid_value", String.valueOf(mismatch.getMessage()));
      parser.skipChildren();
      return Always.TRUE;
    }
  }

  private Condition value(At term, FilterOperator operator) throws IOException {
    return switch (operator) {
      case IN, NIN -> operator.many(term, values(term.type()));
      case IS_NULL -> operator.one(term, JsonValues.read(parser, ValueType.BOOLEAN));
      case EQ, NE, LT, LTE, GT, GTE, CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES ->
          operator.one(term, JsonValues.read(parser, term.type()));
    };
  }

  private List<Object> values(ValueType type) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new JsonMismatch("", "Expected a list of values.");
    }
    var values = new ArrayList<Object>();
    JsonMismatch first = null;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      try {
        values.add(JsonValues.read(parser, type));
        Filter.checkSize(values);
      } catch (JsonMismatch mismatch) {
        parser.skipChildren();
        first = first == null ? mismatch : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return values;
  }

  private boolean expect(JsonToken token, String pointer, String expected) throws IOException {
    if (parser.currentToken() == token) {
      return true;
    }
    parsing.fault(pointer, "invalid_value", "Expected %s.".formatted(expected));
    parser.skipChildren();
    return false;
  }
}
