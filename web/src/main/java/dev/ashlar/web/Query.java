package dev.ashlar.web;

import dev.ashlar.web.routing.MalformedUrlException;
import dev.ashlar.web.routing.PercentDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The query parameters of a request, decoded, in the order they came.
///
/// @param parameters every one, with repeated names as often as they came
public record Query(List<Parameter> parameters) {
  /// A request without a query.
  public static final Query EMPTY = new Query(List.of());

  private static final int MAX_PARAMETERS = 512;

  /// One `name=value`; without `=` the value is empty.
  public record Parameter(String name, String value) {}

  public Query {
    parameters = List.copyOf(parameters);
  }

  /// Reads what stands behind the question mark.
  ///
  /// @throws ProblemException 400 if it cannot be decoded or has too many parameters
  public static Query parse(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    List<Parameter> parameters = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        parameters.add(parameter(text, start, end));
      }
      start = end + 1;
    }
    if (parameters.size() > MAX_PARAMETERS) {
      throw Problem.badRequest(
              "malformed_query",
              "The query has "
                  + parameters.size()
                  + " parameters; at most "
                  + MAX_PARAMETERS
                  + " are read.")
          .exception();
    }
    return new Query(parameters);
  }

  private static Parameter parameter(String text, int start, int end) {
    int equals = text.indexOf('=', start);
    int nameEnd = equals < 0 || equals > end ? end : equals;
    try {
      return new Parameter(
          PercentDecoder.decode(text, start, nameEnd, true),
          nameEnd == end ? "" : PercentDecoder.decode(text, nameEnd + 1, end, true));
    } catch (MalformedUrlException e) {
      throw Problem.badRequest(
              "malformed_query",
              "The query cannot be read at position "
                  + start
                  + ": "
                  + e.getMessage()
                  + ". Percent-encode it as UTF-8.")
          .exception();
    }
  }

  /// Whether there are no parameters.
  public boolean isEmpty() {
    return parameters.isEmpty();
  }

  /// The first value of a name.
  public Optional<String> first(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        return Optional.of(parameter.value());
      }
    }
    return Optional.empty();
  }

  /// The values of a name, in order.
  public List<String> all(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .toList();
  }
}
