package dev.ashlar.benchmarks.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;

/// The sort key and id of the last row of a page, as the opaque `next` of a list.
record Cursor(String key, UUID id) {

  String encode() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(UTF_8));
  }

  static Cursor decode(String text) {
    String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
    if (plain.length() < 36) {
      throw new IllegalArgumentException("The cursor '" + text + "' was not made by this service.");
    }
    return new Cursor(plain.substring(36), UUID.fromString(plain.substring(0, 36)));
  }
}
