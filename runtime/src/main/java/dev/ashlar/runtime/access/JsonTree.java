package dev.ashlar.runtime.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value of JSON with what is in it. Numbers are the text they are written with, so that none
/// loses a digit.
///
/// @param value a `String`, a `Boolean`, a `List` or a `Map` of trees
record JsonTree(Object value) {

  /// @throws IllegalArgumentException when the text is not one JSON value
  static JsonTree parse(String json) {
    try (var parser = AccessJson.FACTORY.createParser(json)) {
      parser.nextToken();
      var tree = tree(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("it goes on after its end");
      }
      return tree;
    } catch (IOException broken) {
      throw new IllegalArgumentException("it is not JSON: " + broken.getMessage(), broken);
    }
  }

  private static JsonTree tree(JsonParser parser) throws IOException {
    @Nullable JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      var fields = new LinkedHashMap<String, JsonTree>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, tree(parser));
      }
      return new JsonTree(fields);
    }
    if (token == JsonToken.START_ARRAY) {
      var values = new ArrayList<JsonTree>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(tree(parser));
      }
      return new JsonTree(values);
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return new JsonTree(parser.getBooleanValue());
    }
    if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      return new JsonTree(parser.getText());
    }
    throw new IllegalArgumentException("it has " + token + " where a value should be");
  }

  /// A text, a number as it is written, or a truth as a word.
  String text() {
    return value instanceof Boolean truth ? truth.toString() : typed(value, String.class, "a text");
  }

  /// True or false, where it is one of them.
  Optional<Boolean> bool() {
    return value instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
  }

  boolean has(String name) {
    return fields().containsKey(name);
  }

  JsonTree get(String name) {
    return typed(fields().get(name), JsonTree.class, "a value called \"" + name + '"');
  }

  String text(String name) {
    return get(name).text();
  }

  Optional<String> optional(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  boolean flag(String name) {
    return has(name) && get(name).bool().orElse(false);
  }

  List<JsonTree> list(String name) {
    var found = new ArrayList<JsonTree>();
    for (Object each : typed(get(name).value, List.class, "a list called \"" + name + '"')) {
      found.add((JsonTree) each);
    }
    return found;
  }

  List<JsonTree> listIfAny(String name) {
    return has(name) ? list(name) : List.of();
  }

  private Map<?, ?> fields() {
    return typed(value, Map.class, "an object");
  }

  private static <T> T typed(@Nullable Object value, Class<T> type, String what) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("it has %s where %s should be".formatted(value, what));
    }
    return type.cast(value);
  }
}
