package dev.ashlar.web.openapi;

import java.util.List;
import java.util.Map;

/// The description of problems, as RFC 9457 has them.
final class Problems {
  private static final Map<String, Object> TEXT = Map.of("type", "string");

  private Problems() {}

  static Map<String, Object> schemas() {
    return Map.of(
        "Problem",
        Paths.ordered(
            "type",
            "object",
            "required",
            List.of("type", "title", "status", "code"),
            "properties",
            Paths.ordered(
                "type", TEXT,
                "title", TEXT,
                "status", Map.of("type", "integer"),
                "detail", TEXT,
                "code",
                    Paths.ordered(
                        "type", "string", "description", "A stable word for the kind of problem."),
                "errors", Map.of("type", "array", "items", fault()),
                "requestId", TEXT)));
  }

  private static Map<String, Object> fault() {
    return Map.of(
        "type",
        "object",
        "properties",
        Paths.ordered(
            "pointer",
            Paths.ordered(
                "type", "string", "description", "Where, as a JSON Pointer into the request."),
            "code",
            TEXT,
            "message",
            TEXT));
  }

  static Map<String, Object> response() {
    return Map.of(
        "description",
        "What is wrong, and where.",
        "content",
        Map.of("application/problem+json", Map.of("schema", Schemas.reference("Problem"))));
  }
}
