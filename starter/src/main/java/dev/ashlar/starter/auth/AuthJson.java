package dev.ashlar.starter.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.actor.Profile;
import dev.ashlar.identity.login.Tokens;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.UUID;

/// Writes the answers about users and logins.
final class AuthJson {
  private static final JsonFactory JSON = new JsonFactory();

  private AuthJson() {}

  static Buffer tokens(Tokens tokens) {
    return object(
        json -> {
          json.writeStringField("accessToken", tokens.accessToken());
          json.writeStringField("refreshToken", tokens.refreshToken());
          json.writeStringField("tokenType", "Bearer");
          json.writeNumberField("expiresIn", tokens.expiresIn().toSeconds());
        });
  }

  static Buffer registered(UUID user, String email, String name) {
    return object(
        json -> {
          json.writeStringField("id", user.toString());
          json.writeStringField("email", email);
          json.writeStringField("name", name);
        });
  }

  static Buffer profile(Profile profile) {
    var user = profile.user();
    return object(
        json -> {
          json.writeStringField("id", user.id().toString());
          json.writeStringField("email", user.email());
          json.writeStringField("name", user.name());
          json.writeBooleanField("emailVerified", user.emailVerifiedAt() != null);
          json.writeArrayFieldStart("teams");
          for (var held : profile.teams()) {
            json.writeStartObject();
            json.writeStringField("id", held.team().id().toString());
            json.writeStringField("name", held.team().name());
            json.writeFieldName("role");
            role(json, held.role());
            permissions(json, held.permissions());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("roles");
          for (var held : profile.everywhere()) {
            role(json, held.role());
          }
          json.writeEndArray();
          permissions(json, profile.permissions());
        });
  }

  /// An actor that is no user, such as the bearer of the root key.
  static Buffer actor(Actor actor) {
    return object(
        json -> {
          json.writeNullField("id");
          json.writeNullField("email");
          json.writeStringField("name", actor.name());
          json.writeBooleanField("emailVerified", false);
          json.writeArrayFieldStart("teams");
          json.writeEndArray();
          json.writeArrayFieldStart("roles");
          json.writeEndArray();
          json.writeArrayFieldStart("permissions");
          if (actor.holdsEverywhere(new Permission("*"))) {
            json.writeString("*");
          }
          json.writeEndArray();
        });
  }

  private static void role(JsonGenerator json, Role role) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", role.id().toString());
    json.writeStringField("name", role.name());
    json.writeEndObject();
  }

  private static void permissions(JsonGenerator json, Collection<Permission> permissions)
      throws IOException {
    json.writeArrayFieldStart("permissions");
    for (var text : permissions.stream().map(Permission::text).sorted().toList()) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private static Buffer object(Members members) {
    var bytes = new ByteArrayOutputStream(1_024);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory can be written.", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
