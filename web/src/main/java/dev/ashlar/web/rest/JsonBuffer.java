package dev.ashlar.web.rest;

import dev.ashlar.model.value.JsonBytes;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.function.Consumer;

/// Collects the JSON of an answer.
final class JsonBuffer {
  private JsonBuffer() {}

  /// The JSON that is written, in a buffer over the bytes themselves.
  ///
  /// @param expected about how many bytes there will be
  static Buffer of(int expected, Consumer<JsonBytes> content) {
    var out = new JsonBytes(expected);
    content.accept(out);
    return BufferInternal.buffer(Unpooled.wrappedBuffer(out.array(), 0, out.length()));
  }
}
