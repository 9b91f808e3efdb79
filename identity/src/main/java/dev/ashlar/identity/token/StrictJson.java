package dev.ashlar.identity.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the small objects that tokens and keys are made of, and nothing looser: no member twice,
/// no text where a number belongs, nothing after the end. Whatever else it finds is an
/// [IOException].
final class StrictJson {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxNumberLength(20)
                  .maxNameLength(256)
                  .build())
          .build();

  /// The last second that can be written as four digits of a year.
  private static final long LAST_SECOND = 253_402_300_799L;

  private static final int UUID_CHARS = 36;

  private StrictJson() {}

  /// Shows each member to a reader, who must read or skip its value. Decoded here, since Jackson
  /// would also take bytes for UTF-16 or UTF-32.
  static void readObject(byte[] utf8, MemberReader reader) throws IOException {
    try (var json = FACTORY.createParser(new String(utf8, StandardCharsets.UTF_8))) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        reader.read(name, json);
      }
      expect(json.currentToken(), JsonToken.END_OBJECT);
      expect(json.nextToken(), null);
    }
  }

  static String text(JsonParser json) throws IOException {
    expect(json.currentToken(), JsonToken.VALUE_STRING);
    return json.getText();
  }

  /// A UUID as it is written in full and in small letters, which [UUID#fromString] does not insist
  /// on.
  static UUID uuid(JsonParser json) throws IOException {
    var text = text(json);
    if (text.length() == UUID_CHARS) {
      try {
        var id = UUID.fromString(text);
        if (id.toString().equals(text)) {
          return id;
        }
      } catch (IllegalArgumentException e) {
        throw new IOException("expected a UUID", e);
      }
    }
    throw new IOException("expected a UUID of 36 small characters, found " + text.length());
  }

  /// Whole seconds since 1970.
  static Instant seconds(JsonParser json) throws IOException {
    expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT);
    long seconds = json.getLongValue();
    if (seconds < 0 || seconds > LAST_SECOND) {
      throw new IOException("expected seconds since 1970, found " + seconds);
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static void expect(@Nullable JsonToken found, @Nullable JsonToken expected)
      throws IOException {
    if (found != expected) {
      throw new IOException("expected " + expected + ", found " + found);
    }
  }

  /// Takes the members of an object one by one.
  @FunctionalInterface
  interface MemberReader {
    void read(String name, JsonParser value) throws IOException;
  }
}
