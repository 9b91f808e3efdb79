package dev.ashlar.identity.token;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What stands before a token's claims. It is written by whoever sends the token, so it chooses
/// nothing: it must say what we would have written, and names a key among ours.
record TokenHeader(@Nullable String algorithm, @Nullable String type, @Nullable String key) {
  static final String ALGORITHM = "EdDSA";
  static final String TYPE = "at+jwt";

  static TokenHeader of(SigningKey key) {
    return new TokenHeader(ALGORITHM, TYPE, key.id());
  }

  /// Reads the three members there may be. Others (`jwk`, `jku`, `x5c`, `crit` …) would have us
  /// trust a stranger's key or do what we do not know.
  static TokenHeader parse(byte[] json) throws IOException {
    var reader =
        new Object() {
          @Nullable String algorithm;
          @Nullable String type;
          @Nullable String key;
        };
    StrictJson.readObject(
        json,
        (name, value) -> {
          switch (name) {
            case "alg" -> reader.algorithm = StrictJson.text(value);
            case "typ" -> reader.type = StrictJson.text(value);
            case "kid" -> reader.key = StrictJson.text(value);
            default -> throw new IOException("the header of a token has a member too many");
          }
        });
    return new TokenHeader(reader.algorithm, reader.type, reader.key);
  }

  byte[] json() {
    var text = new StringWriter();
    try (var json = StrictJson.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("alg", algorithm);
      json.writeStringField("typ", type);
      json.writeStringField("kid", key);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
