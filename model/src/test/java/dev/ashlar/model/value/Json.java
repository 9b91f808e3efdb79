package dev.ashlar.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Reads and writes single values.
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// A stored value as JSON, which is the same whether it is written through a generator or as rows
  /// are.
  static String write(ValueType type, Object stored) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(text)) {
      JsonValues.write(generator, type, stored);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    assertThat(writeRow(type, stored)).isEqualTo(text.toString());
    return text.toString();
  }

  /// The same through a generator of bytes.
  static String writeBytes(ValueType type, Object stored) {
    var bytes = new ByteArrayOutputStream();
    try (var generator = FACTORY.createGenerator(bytes)) {
      JsonValues.write(generator, type, stored);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String writeRow(ValueType type, Object stored) {
    var out = new JsonBytes(0);
    out.value(type, stored);
    return out.text();
  }

  static Object read(ValueType type, String json) {
    try (var parser = FACTORY.createParser(json.getBytes(StandardCharsets.UTF_8))) {
      parser.nextToken();
      return JsonValues.read(parser, type);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
