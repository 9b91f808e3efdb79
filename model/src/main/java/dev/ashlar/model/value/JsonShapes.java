package dev.ashlar.model.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import dev.ashlar.model.Change;
import dev.ashlar.model.Visible;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the generated codecs of patches and responses have in common.
public final class JsonShapes {
  /// The property that names the others which are hidden.
  public static final String REDACTED = "redacted";

  private static final JsonCodec<List<String>> NAMES = JsonCodecs.listOf(JsonCodecs.STRING);

  private JsonShapes() {}

  /// Reads a property that a patch names: it becomes null, or a value.
  public static <V> Change<V> change(JsonParser parser, String name, JsonCodec<V> codec)
      throws IOException {
    return Change.to(JsonCodecs.property(parser, name, codec));
  }

  /// Writes a property of a patch, unless the patch does not name it.
  public static <V> void write(
      JsonGenerator generator, SerializableString name, JsonCodec<V> codec, Change<V> change)
      throws IOException {
    if (change.present()) {
      JsonCodecs.write(generator, name, codec, change.after(null));
    }
  }

  /// Reads a property that a response shows.
  public static <V> Visible<V> visible(JsonParser parser, String name, JsonCodec<V> codec)
      throws IOException {
    return new Visible.Value<>(JsonCodecs.property(parser, name, codec));
  }

  /// Reads the names of the hidden properties.
  public static Set<String> redacted(JsonParser parser) throws IOException {
    List<String> names = JsonCodecs.property(parser, REDACTED, NAMES);
    return names == null ? Set.of() : Set.copyOf(new HashSet<>(names));
  }

  /// A property that a response shows, or hides and says so.
  ///
  /// @throws JsonMismatch when the response does neither
  public static <V> Visible<V> shown(String name, @Nullable Visible<V> read, Set<String> redacted) {
    return read == null && redacted.contains(name)
        ? new Visible.Redacted<>()
        : JsonCodecs.required(name, read);
  }

  /// Writes a property of a response, unless it is hidden.
  public static <V> void write(
      JsonGenerator generator, SerializableString name, JsonCodec<V> codec, Visible<V> value)
      throws IOException {
    if (value instanceof Visible.Value<V>(var seen)) {
      JsonCodecs.write(generator, name, codec, seen);
    }
  }

  /// Names the hidden properties, if there are any.
  ///
  /// @param names the names, in the order of the values
  public static void redacted(
      JsonGenerator generator, List<? extends SerializableString> names, Visible<?>... values)
      throws IOException {
    boolean any = false;
    for (int i = 0; i < values.length; i++) {
      if (values[i].redacted()) {
        if (!any) {
          generator.writeArrayFieldStart(REDACTED);
          any = true;
        }
        generator.writeString(names.get(i));
      }
    }
    if (any) {
      generator.writeEndArray();
    }
  }
}
