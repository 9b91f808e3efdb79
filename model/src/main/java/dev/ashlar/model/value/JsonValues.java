package dev.ashlar.model.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/// Writes stored values as JSON and reads them back, the same on every surface.
public final class JsonValues {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonValues() {}

  /// Writes a stored value.
  public static void write(JsonGenerator generator, ValueType type, Object stored)
      throws IOException {
    switch (type.kind()) {
      case UUID -> write(generator, (UUID) stored);
      case STRING, ENUM -> generator.writeString((String) stored);
      case BOOLEAN -> generator.writeBoolean((Boolean) stored);
      case INT -> generator.writeNumber((Integer) stored);
      case LONG -> generator.writeNumber((Long) stored);
      case DOUBLE -> generator.writeNumber(finite((Double) stored));
      case DECIMAL -> generator.writeNumber(((BigDecimal) stored).toPlainString());
      case INTEGER -> generator.writeNumber((BigInteger) stored);
      case INSTANT -> write(generator, (Instant) stored);
      case DATE -> {
        var text = new byte[Iso.LONGEST];
        ascii(generator, text, Iso.write((LocalDate) stored, text, 0));
      }
      case TIME -> {
        var text = new byte[Iso.LONGEST];
        ascii(generator, text, Iso.write((LocalTime) stored, text, 0));
      }
      case DATE_TIME -> {
        var text = new byte[Iso.LONGEST];
        ascii(generator, text, Iso.write((LocalDateTime) stored, text, 0));
      }
      case DURATION -> generator.writeString(stored.toString());
      case BYTES -> generator.writeBinary((byte[]) stored);
      case JSON -> generator.writeRawValue((String) stored);
    }
  }

  /// Writes a key.
  public static void write(JsonGenerator generator, UUID value) throws IOException {
    var text = new byte[Iso.LONGEST];
    ascii(generator, text, Iso.write(value, text, 0));
  }

  /// Writes a moment in UTC, as `2026-03-01T12:30:00.5Z` with three or six digits of a fraction.
  public static void write(JsonGenerator generator, Instant value) throws IOException {
    var text = new byte[Iso.LONGEST];
    ascii(generator, text, Iso.write(value, text, 0));
  }

  /// Nothing in such a text is to be escaped, so bytes go where bytes are written.
  private static void ascii(JsonGenerator generator, byte[] text, int length) throws IOException {
    if (generator instanceof UTF8JsonGenerator) {
      generator.writeRawUTF8String(text, 0, length);
    } else {
      generator.writeString(new String(text, 0, length, StandardCharsets.ISO_8859_1));
    }
  }

  static Double finite(Double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "JSON has no " + value + ", and no column may hold it: store a finite number.");
    }
    return value;
  }

  /// Reads a value from the parser's current token, in the form in which it is stored.
  ///
  /// @throws JsonMismatch saying what was expected and what was found
  public static Object read(JsonParser parser, ValueType type) throws IOException {
    return switch (type.kind()) {
      case UUID -> JsonRead.uuid(parser);
      case STRING -> JsonRead.string(parser);
      case BOOLEAN -> JsonRead.bool(parser);
      case INT -> JsonRead.int32(parser, type.javaType());
      case LONG -> JsonRead.int64(parser);
      case DOUBLE -> JsonRead.float64(parser, type.javaType());
      case DECIMAL -> JsonRead.decimal(parser);
      case INTEGER -> JsonRead.integer(parser);
      case ENUM -> JsonRead.enumeration(parser, type);
      case INSTANT -> JsonRead.instant(parser);
      case DATE -> JsonRead.date(parser);
      case TIME -> JsonRead.time(parser);
      case DATE_TIME -> JsonRead.dateTime(parser);
      case DURATION -> JsonRead.duration(parser);
      case BYTES -> JsonRead.bytes(parser);
      case JSON -> through(parser, type.json().orElseThrow());
    };
  }

  /// Reads by the codec, so that what is stored fits the component, and writes it anew.
  private static <V> String through(JsonParser parser, JsonCodec<V> codec) throws IOException {
    return text(codec, codec.read(parser));
  }

  /// A value as JSON text.
  public static <V> String text(JsonCodec<V> codec, V value) {
    var text = new StringWriter();
    try (var generator = JSON.createGenerator(text)) {
      codec.write(generator, value);
    } catch (IOException impossible) {
      throw new UncheckedIOException("A value could not be written to memory.", impossible);
    }
    return text.toString();
  }

  /// The value of a JSON text, such as a JSON column holds.
  ///
  /// @throws JsonMismatch when the text is not JSON, or does not fit the codec's type
  public static <V> V parse(JsonCodec<V> codec, String text) {
    try (var parser = JSON.createParser(text)) {
      parser.nextToken();
      V value = codec.read(parser);
      JsonToken more = parser.nextToken();
      if (more != null) {
        throw new JsonMismatch("", "Expected one JSON value, found " + more.name() + " after it.");
      }
      return value;
    } catch (IOException malformed) {
      var mismatch = new JsonMismatch("", "Expected JSON, found " + Values.quoted(text) + ".");
      mismatch.initCause(malformed);
      throw mismatch;
    }
  }
}
