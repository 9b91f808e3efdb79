package dev.ashlar.starter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The routes of authentication as OpenAPI has them.
final class AuthPaths {
  private AuthPaths() {}

  static Map<String, Object> all() {
    var paths = new LinkedHashMap<String, Object>();
    paths.put(
        "/api/auth/register",
        post(
            "Makes an account",
            "201",
            "The account made.",
            Map.of(
                "email", "new@example.com",
                "password", "a long sentence is a good password",
                "name", "New Member")));
    paths.put(
        "/api/auth/login",
        post(
            "Logs in, and gives tokens",
            "200",
            "The tokens.",
            Map.of("email", "member@example.com", "password", "a long sentence")));
    paths.put(
        "/api/auth/refresh",
        post(
            "Exchanges a refresh token for the next tokens",
            "200",
            "The tokens.",
            Map.of("refreshToken", "…")));
    paths.put(
        "/api/auth/logout", post("Ends a login", "204", "Done.", Map.of("refreshToken", "…")));
    paths.put(
        "/api/auth/me",
        Map.of(
            "get",
            operation("Tells who is calling", "200", "The user, her teams and permissions.")));
    return paths;
  }

  private static Map<String, Object> post(
      String summary, String status, String answer, Map<String, String> example) {
    var operation = operation(summary, status, answer);
    var properties = new LinkedHashMap<String, Object>();
    example.keySet().stream()
        .sorted()
        .forEach(name -> properties.put(name, Map.of("type", "string")));
    operation.put(
        "requestBody",
        Map.of(
            "content",
            Map.of(
                "application/json",
                Map.of(
                    "schema",
                    Map.of(
                        "type",
                        "object",
                        "properties",
                        properties,
                        "required",
                        List.copyOf(properties.keySet()),
                        "additionalProperties",
                        false),
                    "example",
                    example))));
    return Map.of("post", operation);
  }

  private static Map<String, Object> operation(String summary, String status, String answer) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("tags", List.of("auth"));
    operation.put("summary", summary);
    operation.put("responses", Map.of(status, Map.of("description", answer)));
    return operation;
  }
}
