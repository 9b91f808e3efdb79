package dev.ashlar.identity.token;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A key that signs access tokens.
///
/// @param generation its place in the ring: 1 for the first, one more for each that follows
/// @param id the thumbprint of its public half (RFC 7638, RFC 8037), the `kid` of tokens
/// @param activeFrom from when on it signs
/// @param publicKey its public half
/// @param privateKey its private half
public record SigningKey(
    int generation, String id, Instant activeFrom, PublicKey publicKey, PrivateKey privateKey) {

  public SigningKey {
    if (generation < 1) {
      throw new IllegalArgumentException("generations of keys begin with 1, found " + generation);
    }
    activeFrom = activeFrom.truncatedTo(ChronoUnit.SECONDS);
  }

  /// A new key.
  public static SigningKey generate(int generation, Instant activeFrom) {
    return of(generation, activeFrom, Ed25519.generate());
  }

  /// A key that was stored as the 32 bytes of each half.
  ///
  /// @throws IllegalArgumentException when the halves are no key or do not belong together
  public static SigningKey of(
      int generation, Instant activeFrom, byte[] publicBytes, byte[] privateBytes) {
    return of(generation, activeFrom, Ed25519.pair(publicBytes, privateBytes));
  }

  private static SigningKey of(int generation, Instant activeFrom, KeyPair pair) {
    return new SigningKey(
        generation, thumbprint(pair.getPublic()), activeFrom, pair.getPublic(), pair.getPrivate());
  }

  /// The 32 bytes of the public half, as they are stored.
  public byte[] publicBytes() {
    return Ed25519.bytes(publicKey);
  }

  /// The 32 bytes of the private half, as they are stored: a secret.
  public byte[] privateBytes() {
    return Ed25519.bytes(privateKey);
  }

  /// Writes the public half's members of a JSON Web Key into an object that is begun.
  void writePublic(JsonGenerator json) throws IOException {
    json.writeStringField("kty", "OKP");
    json.writeStringField("crv", "Ed25519");
    json.writeStringField("kid", id);
    json.writeStringField("use", "sig");
    json.writeStringField("alg", "EdDSA");
    json.writeStringField("x", Base64Url.encode(publicBytes()));
  }

  private static String thumbprint(PublicKey key) {
    var canonical =
        "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}"
            .formatted(Base64Url.encode(Ed25519.bytes(key)));
    return Base64Url.encode(Sha256.digest(canonical.getBytes(StandardCharsets.US_ASCII)));
  }

  /// Without the private half.
  @Override
  public String toString() {
    return "SigningKey[%d, %s, active from %s]".formatted(generation, id, activeFrom);
  }
}
