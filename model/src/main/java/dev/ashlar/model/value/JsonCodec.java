package dev.ashlar.model.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/// Reads and writes one Java type as JSON, token by token; generated for nested records and lists.
///
/// @param <V> the Java type
public interface JsonCodec<V> {
  /// Reads a value whose first token is the parser's current one.
  ///
  /// @throws JsonMismatch when the tokens do not fit the type
  V read(JsonParser parser) throws IOException;

  /// Writes a value.
  void write(JsonGenerator generator, V value) throws IOException;
}
