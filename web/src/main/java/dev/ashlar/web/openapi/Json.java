package dev.ashlar.web.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/// Writes a tree of maps, iterables and plain values as JSON; for descriptions, which are written
/// once.
final class Json {
  /// Null, as a value in a tree.
  static final Object NULL = new Object();

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  static Buffer bytes(Object tree) {
    var bytes = new ByteArrayOutputStream();
    try (var out = FACTORY.createGenerator(bytes)) {
      write(out, tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException("A description could not be written to memory.", impossible);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static void write(JsonGenerator out, Object tree) throws IOException {
    switch (tree) {
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (var entry : map.entrySet()) {
          out.writeFieldName(String.valueOf(entry.getKey()));
          write(out, entry.getValue());
        }
        out.writeEndObject();
      }
      case Iterable<?> items -> {
        out.writeStartArray();
        for (Object item : items) {
          write(out, item);
        }
        out.writeEndArray();
      }
      case Boolean value -> out.writeBoolean(value);
      case Integer value -> out.writeNumber(value);
      case Long value -> out.writeNumber(value);
      case BigInteger value -> out.writeNumber(value);
      case BigDecimal value -> out.writeNumber(value);
      case String value -> out.writeString(value);
      case Object value when NULL.equals(value) -> out.writeNull();
      default ->
          throw new IllegalArgumentException("No JSON is known for " + tree.getClass() + ".");
    }
  }
}
