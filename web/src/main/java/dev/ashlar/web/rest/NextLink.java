package dev.ashlar.web.rest;

import dev.ashlar.web.Exchange;
import dev.ashlar.web.Query.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Writes the `Link` header (RFC 8288) to the page that follows: the same request with another
/// cursor.
final class NextLink {
  private NextLink() {}

  static String of(Exchange exchange, String cursor) {
    var link = new StringBuilder("<").append(exchange.path()).append('?');
    for (Parameter parameter : exchange.query().parameters()) {
      if (!parameter.name().equals("after")) {
        link.append(encoded(parameter.name()))
            .append('=')
            .append(encoded(parameter.value()))
            .append('&');
      }
    }
    return link.append("after=").append(cursor).append(">; rel=\"next\"").toString();
  }

  private static String encoded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.');
      if (!plain) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
      }
    }
    return text;
  }
}
