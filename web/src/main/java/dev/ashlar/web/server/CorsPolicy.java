package dev.ashlar.web.server;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/// What the CORS configuration means for one request.
final class CorsPolicy {
  private final Cors cors;
  private final boolean any;
  private final String headers;
  private final String exposed;
  private final String maxAge;

  CorsPolicy(Cors cors) {
    this.cors = cors;
    any = cors.origins().contains("*");
    headers = String.join(", ", cors.headers());
    exposed = String.join(", ", cors.exposed());
    maxAge = Long.toString(cors.maxAge().toSeconds());
  }

  static boolean isPreflight(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.ORIGIN)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /// Tells a browser whether the page that asked may read the answer.
  void allow(HttpServerRequest request, MultiMap response) {
    response.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    String origin = origin(request);
    if (origin == null) {
      return;
    }
    response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, any ? "*" : origin);
    if (cors.credentials()) {
      response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    if (!exposed.isEmpty()) {
      response.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
    }
  }

  /// Tells a browser what it may send; to an origin that is not allowed, nothing.
  void preflight(HttpServerRequest request, String methods, ServerExchange exchange) {
    if (origin(request) != null) {
      exchange.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods);
      exchange.header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
      exchange.header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
    }
  }

  private @Nullable String origin(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && (any || cors.origins().contains(origin)) ? origin : null;
  }
}
