package dev.ashlar.web.server;

import dev.ashlar.web.ContentKind;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/// The response headers that every answer of a kind has unless its handler says otherwise.
final class SecurityHeaders {
  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  // Swagger UI and GraphiQL set style attributes from scripts and show inline images.
  private static final String PAGE_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  /// Names and values in turn.
  static CharSequence[] of(ContentKind kind, boolean tls) {
    List<CharSequence> headers = new ArrayList<>();
    add(headers, "x-content-type-options", "nosniff");
    add(headers, "referrer-policy", "no-referrer");
    switch (kind) {
      case DATA -> {
        add(headers, "content-security-policy", DATA_POLICY);
        add(headers, "cache-control", "no-store");
      }
      case PAGE -> {
        add(headers, "content-security-policy", PAGE_POLICY);
        add(headers, "cache-control", "no-cache");
      }
      case ASSET -> add(headers, "content-security-policy", DATA_POLICY);
    }
    if (tls) {
      add(headers, "strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    return headers.toArray(CharSequence[]::new);
  }

  private static void add(List<CharSequence> headers, String name, String value) {
    headers.add(HttpHeaders.createOptimized(name));
    headers.add(HttpHeaders.createOptimized(value));
  }
}
