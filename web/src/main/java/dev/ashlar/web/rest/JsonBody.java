package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.web.Problem;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a body's one JSON value, token by token, and says what is wrong with it.
final class JsonBody {
  /// Longer than any that can be stored, so that it is said of which property it is too long.
  static final int LONGEST_NUMBER = 4000;

  private static final int MOST_LEVELS = 100;
  private static final int MOST_VIOLATIONS = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_LEVELS)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final JsonParser parser;
  private final List<Violation> violations = new ArrayList<>();

  private JsonBody(JsonParser parser) {
    this.parser = parser;
  }

  /// Makes something of the value whose first token is the parser's current one.
  interface Content<R> {
    /// Reads the value; what is wrong with it is noted.
    R read(JsonBody body) throws IOException;
  }

  /// What a body says.
  ///
  /// @throws dev.ashlar.web.ProblemException 400 when it is no JSON
  /// @throws Refusal naming everything in it that does not fit
  static <R> R read(Buffer body, Content<R> content) {
    try (var parser = JSON.createParser(body.getBytes())) {
      if (parser.nextToken() == null) {
        throw malformed("The body is empty; send JSON.");
      }
      var reading = new JsonBody(parser);
      R result = content.read(reading);
      if (parser.nextToken() != null) {
        throw malformed("Found more after the JSON value; send one alone.");
      }
      if (!reading.violations.isEmpty()) {
        throw Refusal.invalid(reading.violations);
      }
      return result;
    } catch (JsonProcessingException broken) {
      JsonLocation at = broken.getLocation();
      throw malformed(
          "Line %d, column %d: %s."
              .formatted(
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr(),
                  broken.getOriginalMessage()));
    } catch (IOException noText) {
      throw malformed("The body is no text in UTF-8.");
    }
  }

  private static RuntimeException malformed(String detail) {
    return Problem.of(400, "malformed_json", "The body is not JSON").withDetail(detail).exception();
  }

  JsonParser parser() {
    return parser;
  }

  /// Notes what does not fit; further faults than a client would read are dropped.
  void fault(String pointer, String code, String message) {
    if (violations.size() < MOST_VIOLATIONS) {
      violations.add(new Violation(pointer, code, message));
    }
  }

  /// Whether nothing was noted until now.
  boolean sound() {
    return violations.isEmpty();
  }

  /// Ends the reading at once.
  RuntimeException stop(String pointer, String code, String message) {
    return Refusal.invalid(List.of(new Violation(pointer, code, message)));
  }

  /// Moves to the end of the value that began at a depth, wherever in it the parser is.
  void leave(int depth) throws IOException {
    parser.skipChildren();
    while (parser.getParsingContext().getNestingDepth() > depth) {
      parser.nextToken();
    }
  }

  /// How deep the parser is now.
  int depth() {
    return parser.getParsingContext().getNestingDepth();
  }
}
