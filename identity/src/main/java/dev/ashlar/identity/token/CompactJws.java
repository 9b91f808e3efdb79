package dev.ashlar.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/// A signed text in the compact form of RFC 7515: header, payload and signature, parted by dots.
///
/// @param header the decoded header
/// @param payload the decoded payload, not to be believed before it is verified
/// @param signed what was signed: both encoded, with the dot between them
/// @param signature the signature
record CompactJws(byte[] header, byte[] payload, byte[] signed, byte[] signature) {

  /// Signs with Ed25519.
  static String sign(byte[] header, byte[] payload, PrivateKey key) {
    var signed = Base64Url.encode(header) + "." + Base64Url.encode(payload);
    var signature = Ed25519.sign(key, signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64Url.encode(signature);
  }

  /// Splits and decodes; empty where the text is not of this form.
  static Optional<CompactJws> parse(String text) {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 1 || second < 0 || text.indexOf('.', second + 1) >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CompactJws(
              Base64Url.decode(text.substring(0, first)),
              Base64Url.decode(text.substring(first + 1, second)),
              text.substring(0, second).getBytes(StandardCharsets.ISO_8859_1),
              Base64Url.decode(text.substring(second + 1))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether this key signed it with Ed25519.
  boolean isSignedBy(PublicKey key) {
    return signature.length == Ed25519.SIGNATURE_BYTES && Ed25519.verify(key, signed, signature);
  }
}
