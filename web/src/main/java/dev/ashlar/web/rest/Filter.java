package dev.ashlar.web.rest;

import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.value.JsonMismatch;
import dev.ashlar.model.value.TextValues;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.List;

/// A column and what is asked of it, waiting for a value.
record Filter(At term, FilterOperator operator) {
  private static final int MOST_VALUES = 1000;

  /// The same of the row at the end of a path.
  Filter at(Path path) {
    return new Filter(new At(path, term.column()), operator);
  }

  /// The condition with the value that a parameter gives.
  ///
  /// @throws JsonMismatch saying what was expected
  Condition with(String text) {
    return switch (operator) {
      case IN, NIN -> operator.many(term, split(text));
      case IS_NULL -> operator.one(term, TextValues.read(ValueType.BOOLEAN, text));
      case EQ, NE, LT, LTE, GT, GTE, CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES ->
          operator.one(term, TextValues.read(term.type(), text));
    };
  }

  private List<Object> split(String text) {
    var values = new ArrayList<Object>();
    int start = 0;
    while (true) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      values.add(TextValues.read(term.type(), text.substring(start, end)));
      checkSize(values);
      if (comma < 0) {
        return values;
      }
      start = comma + 1;
    }
  }

  /// @throws JsonMismatch when there are too many values
  static void checkSize(List<?> values) {
    if (values.size() > MOST_VALUES) {
      throw new JsonMismatch("", "Expected at most " + MOST_VALUES + " values, found more.");
    }
  }
}
