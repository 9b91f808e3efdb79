package dev.ashlar.identity.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Base64 for addresses (RFC 4648, section 5) without padding, in its one canonical spelling.
final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /// The JDK also takes padding and stray bits in the last character: two texts would be one token.
  ///
  /// @throws IllegalArgumentException when the text is another spelling, or none
  static byte[] decode(byte[] text) {
    var bytes = Base64.getUrlDecoder().decode(text);
    if (!Arrays.equals(ENCODER.encode(bytes), text)) {
      throw new IllegalArgumentException("not the canonical base64url of its bytes");
    }
    return bytes;
  }

  static byte[] decode(String text) {
    return decode(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
