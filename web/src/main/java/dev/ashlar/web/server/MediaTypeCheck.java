package dev.ashlar.web.server;

import dev.ashlar.web.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says whether a body has the type that a handler reads.
final class MediaTypeCheck {
  private MediaTypeCheck() {}

  /// The problem to answer with, or null if the body can be read.
  static @Nullable Problem refusal(MultiMap headers, String expected, boolean hasBody) {
    if (!hasBody) {
      return null;
    }
    String encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return unsupported("The body is encoded as " + visible(encoding) + "; send it plain.");
    }
    String found = headers.get(HttpHeaders.CONTENT_TYPE);
    if (found == null) {
      return unsupported("The request has no Content-Type; send " + expected + ".");
    }
    if (!matches(found, expected)) {
      return unsupported(
          "The Content-Type is " + visible(found) + "; send " + expected + " in UTF-8.");
    }
    return null;
  }

  private static boolean matches(String found, String expected) {
    if (found.equals(expected)) {
      return true;
    }
    int semicolon = found.indexOf(';');
    String type = (semicolon < 0 ? found : found.substring(0, semicolon)).strip();
    return type.equalsIgnoreCase(expected)
        && (semicolon < 0 || isUtf8(found.substring(semicolon + 1)));
  }

  private static boolean isUtf8(String parameters) {
    for (String parameter : parameters.split(";", -1)) {
      String lower = parameter.strip().toLowerCase(Locale.ROOT);
      if (lower.startsWith("charset=")) {
        String charset = lower.substring("charset=".length()).replace("\"", "");
        return charset.equals("utf-8") || charset.equals("us-ascii");
      }
    }
    return true;
  }

  private static Problem unsupported(String detail) {
    return Problem.of(415, "unsupported_media_type", "The body is of a type that is not read here")
        .withDetail(detail);
  }

  private static String visible(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }
}
