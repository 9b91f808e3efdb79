package dev.ashlar.web.server;

import java.time.Duration;
import java.util.Set;

/// Which pages of other origins may call this server from a browser; without it none.
///
/// @param origins the origins, such as `https://app.example.com`; `*` alone means any
/// @param headers the request headers they may send beyond the simple ones
/// @param exposed the response headers they may read beyond the simple ones
/// @param credentials whether cookies may come along
/// @param maxAge how long a browser may remember the answer to a preflight
public record Cors(
    Set<String> origins,
    Set<String> headers,
    Set<String> exposed,
    boolean credentials,
    Duration maxAge) {

  public Cors {
    origins = Set.copyOf(origins);
    headers = Set.copyOf(headers);
    exposed = Set.copyOf(exposed);
    if (origins.contains("*") && origins.size() > 1) {
      throw new IllegalArgumentException(
          "The CORS origins are " + origins + "; * stands alone or not at all.");
    }
    if (origins.contains("*") && credentials) {
      throw new IllegalArgumentException(
          "CORS with credentials is open to every origin (*); name the origins that may call.");
    }
    origins.forEach(Cors::check);
  }

  private static void check(String origin) {
    if (!origin.equals("*") && !origin.matches("https?://[^/\\s,]+")) {
      throw new IllegalArgumentException(
          "The CORS origin \""
              + origin
              + "\" is none; write scheme, host and port only, such as https://app.example.com.");
    }
  }

  /// Opens the server to these origins, with the headers that Ashlar's surfaces use.
  public static Cors of(String... origins) {
    return new Cors(
        Set.of(origins),
        Set.of(
            "authorization",
            "content-type",
            "if-match",
            "if-none-match",
            "idempotency-key",
            "prefer",
            "x-request-id"),
        Set.of("etag", "link", "location", "preference-applied", "retry-after", "x-request-id"),
        false,
        Duration.ofMinutes(10));
  }
}
