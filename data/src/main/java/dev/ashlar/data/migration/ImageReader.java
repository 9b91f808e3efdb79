package dev.ashlar.data.migration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Fill;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.migration.SchemaImage.Unique;
import dev.ashlar.model.value.ValueType.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads an image back from its JSON.
final class ImageReader {
  private final String json;

  ImageReader(String json) {
    this.json = json;
  }

  SchemaImage image() {
    try (var parser = ImageJson.FACTORY.createParser(json)) {
      parser.nextToken();
      var root = new Fields(value(parser));
      if (root.number("format") != ImageJson.FORMAT) {
        throw new IllegalArgumentException(
            "its \"format\" is %d, and this version of Ashlar reads %d"
                .formatted(root.number("format"), ImageJson.FORMAT));
      }
      return new SchemaImage(root.list("tables", ImageReader::table));
    } catch (IOException | IllegalArgumentException e) {
      throw new MigrationException.Malformed(
          "A schema image (schema.json) cannot be read: %s. Restore the committed file; it is written by `migrate make` only."
              .formatted(e.getMessage()),
          e);
    }
  }

  private static Table table(Fields it) {
    return new Table(
        it.text("name"),
        it.text("entity"),
        it.text("id"),
        it.list("columns", ImageReader::column),
        it.list("foreignKeys", ImageReader::foreignKey),
        it.list("uniques", key -> new Unique(key.text("name"), key.texts("columns"))),
        it.list("indexes", ImageReader::index),
        it.list("checks", ImageReader::check),
        it.texts("searchable"),
        it.optional("was"));
  }

  private static Column column(Fields it) {
    return new Column(
        it.text("name"),
        it.text("component"),
        Kind.valueOf(it.text("type")),
        it.flag("nullable"),
        it.optional("fill").map(Fill::valueOf).orElse(Fill.UNKNOWN),
        it.optional("was"));
  }

  private static ForeignKey foreignKey(Fields it) {
    return new ForeignKey(it.text("name"), it.text("column"), it.text("table"), it.text("id"));
  }

  private static Index index(Fields it) {
    var parts =
        it.texts("columns").stream()
            .map(
                column ->
                    column.startsWith("-")
                        ? new Index.Part(column.substring(1), true)
                        : new Index.Part(column, false))
            .toList();
    return new Index(it.text("name"), parts);
  }

  private static Check check(Fields it) {
    return new Check(it.text("name"), it.text("column"), rule(it));
  }

  private static Rule rule(Fields it) {
    String word = it.text("rule");
    return switch (word) {
      case "not_blank" -> new Rule.NotBlank();
      case "size" -> new Rule.Size(it.number("min"), it.number("max"));
      case "min" -> new Rule.Min(new BigDecimal(it.text("bound")), it.flag("inclusive"));
      case "max" -> new Rule.Max(new BigDecimal(it.text("bound")), it.flag("inclusive"));
      case "digits" -> new Rule.Digits(it.number("integer"), it.number("fraction"));
      case "one_of" -> new Rule.OneOf(it.texts("names"));
      default -> throw new IllegalArgumentException("\"" + word + "\" is not a rule");
    };
  }

  /// The value at the parser's token: a text, a number, a truth, a list or a map of values.
  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      var fields = new LinkedHashMap<String, Object>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, value(parser));
      }
      return fields;
    }
    if (token == JsonToken.START_ARRAY) {
      var values = new ArrayList<Object>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(value(parser));
      }
      return values;
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getIntValue();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return parser.getBooleanValue();
    }
    if (token == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    throw new IllegalArgumentException("it has " + token + " where a value should be");
  }

  /// An object of the JSON, asked for its fields.
  private static final class Fields {
    private final Map<?, ?> values;

    private Fields(Object value) {
      this.values = typed(value, Map.class, "an object");
    }

    private static <T> T typed(@Nullable Object value, Class<T> type, String what) {
      if (!type.isInstance(value)) {
        throw new IllegalArgumentException("it has %s where %s should be".formatted(value, what));
      }
      return type.cast(value);
    }

    private String text(String name) {
      return typed(values.get(name), String.class, "a text called \"" + name + '"');
    }

    private Optional<String> optional(String name) {
      return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    private int number(String name) {
      return typed(values.get(name), Integer.class, "a number called \"" + name + '"');
    }

    private boolean flag(String name) {
      return Boolean.TRUE.equals(values.get(name));
    }

    private <T> List<T> list(String name, Function<Fields, T> reading) {
      var found = new ArrayList<T>();
      for (Object value : typed(values.get(name), List.class, "a list called \"" + name + '"')) {
        found.add(reading.apply(new Fields(value)));
      }
      return List.copyOf(found);
    }

    private List<String> texts(String name) {
      var found = new ArrayList<String>();
      for (Object value : typed(values.get(name), List.class, "a list called \"" + name + '"')) {
        found.add(typed(value, String.class, "a text"));
      }
      return List.copyOf(found);
    }
  }
}
