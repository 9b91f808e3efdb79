package dev.ashlar.identity.token;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The claims of a token on the wire (RFC 7519, RFC 9068).
record TokenPayload(
    String issuer, String audience, @Nullable Instant notBefore, AccessClaims claims) {

  /// Reads the claims. Ones we do not know are passed over: a newer node may have written them.
  static TokenPayload parse(byte[] json) throws IOException {
    var reader = new Reader();
    StrictJson.readObject(json, reader);
    return reader.payload();
  }

  byte[] json() {
    var text = new StringWriter();
    try (var json = StrictJson.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("iss", issuer);
      json.writeStringField("aud", audience);
      json.writeStringField("sub", claims.user().toString());
      json.writeStringField("sid", claims.session().toString());
      json.writeStringField("jti", claims.id().toString());
      json.writeNumberField("iat", claims.issuedAt().getEpochSecond());
      json.writeNumberField("exp", claims.expiresAt().getEpochSecond());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static final class Reader implements StrictJson.MemberReader {
    private @Nullable String issuer;
    private @Nullable String audience;
    private @Nullable UUID user;
    private @Nullable UUID session;
    private @Nullable UUID id;
    private @Nullable Instant issuedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant notBefore;

    @Override
    public void read(String name, JsonParser value) throws IOException {
      switch (name) {
        case "iss" -> issuer = StrictJson.text(value);
        case "aud" -> audience = StrictJson.text(value);
        case "sub" -> user = StrictJson.uuid(value);
        case "sid" -> session = StrictJson.uuid(value);
        case "jti" -> id = StrictJson.uuid(value);
        case "iat" -> issuedAt = StrictJson.seconds(value);
        case "exp" -> expiresAt = StrictJson.seconds(value);
        case "nbf" -> notBefore = StrictJson.seconds(value);
        default -> value.skipChildren();
      }
    }

    TokenPayload payload() throws IOException {
      return new TokenPayload(
          present("iss", issuer),
          present("aud", audience),
          notBefore,
          new AccessClaims(
              present("jti", id),
              present("sub", user),
              present("sid", session),
              present("iat", issuedAt),
              present("exp", expiresAt)));
    }

    private static <T> T present(String name, @Nullable T value) throws IOException {
      if (value == null) {
        throw new IOException("a token has no claim " + name);
      }
      return value;
    }
  }
}
