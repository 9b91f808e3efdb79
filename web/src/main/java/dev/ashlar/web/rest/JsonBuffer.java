package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Collects JSON for an answer. The generator writes into a buffer that its thread keeps, and an
/// answer that fits there is copied once, into a buffer of its size.
final class JsonBuffer extends OutputStream {
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();

  private @Nullable Buffer buffer;

  private JsonBuffer() {}

  /// Writes one JSON value.
  interface Content {
    /// Writes it.
    void write(JsonGenerator out) throws IOException;
  }

  /// The JSON of a value.
  static Buffer of(Content content) {
    var target = new JsonBuffer();
    try (var out = JSON.createGenerator(target)) {
      content.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("An answer could not be written to memory.", impossible);
    }
    return target.buffer == null ? Buffer.buffer() : target.buffer;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    Buffer all = buffer == null ? Buffer.buffer(length) : buffer;
    buffer = all.appendBytes(bytes, from, length);
  }
}
