package dev.ashlar.data.sql;

import dev.ashlar.model.value.ValueType;
import java.util.List;

/// One SQL statement: its text, which never depends on a value, and the types that go in and come
/// out.
///
/// @param text the statement, with the dialect's places for parameters
/// @param parameters the types of the parameters, in the order of their places
/// @param results the types of the result's columns; empty where the statement gives no rows
public record Statement(String text, List<Parameter> parameters, List<ValueType> results) {
  public Statement {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /// A statement without parameters or rows, such as one that changes the schema.
  public static Statement of(String text) {
    return new Statement(text, List.of(), List.of());
  }

  /// The type of a parameter.
  ///
  /// @param many whether it takes a `List` of such values, rather than one or null
  public record Parameter(ValueType type, boolean many) {}
}
