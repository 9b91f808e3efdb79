package dev.ashlar.web;

import io.vertx.core.http.HttpHeaders;

/// The media types the framework itself speaks, encoded once.
public final class MediaType {
  /// JSON data.
  public static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  /// An RFC 9457 problem document.
  public static final CharSequence PROBLEM =
      HttpHeaders.createOptimized("application/problem+json");

  /// A web page.
  public static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");

  /// Plain text.
  public static final CharSequence TEXT = HttpHeaders.createOptimized("text/plain; charset=utf-8");

  private MediaType() {}
}
