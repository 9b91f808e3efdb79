package dev.ashlar.data.migration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Fill;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.migration.SchemaImage.Unique;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Writes images as JSON in which every column, key and rule is one line, so that a difference is
/// read as lines.
final class ImageJson {
  static final int FORMAT = 1;
  static final JsonFactory FACTORY = new JsonFactory();

  private static final int BROKEN_LEVELS = 4;

  private final JsonGenerator out;

  private ImageJson(JsonGenerator out) {
    this.out = out;
  }

  static String write(SchemaImage image) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(text)) {
      generator.setPrettyPrinter(new Lines());
      new ImageJson(generator).image(image);
    } catch (IOException impossible) {
      throw new UncheckedIOException("A schema image could not be written to memory.", impossible);
    }
    return text.append('\n').toString();
  }

  static SchemaImage read(String json) {
    return new ImageReader(json).image();
  }

  /// Breaks lines down to a column or key, and keeps those whole.
  private static final class Lines extends DefaultPrettyPrinter {
    private Lines() {
      super(
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""));
      indentObjectsWith(new Indent());
      indentArraysWith(new Indent());
    }

    @Override
    public void writeEndObject(JsonGenerator generator, int entries) throws IOException {
      close(generator, entries, '}');
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int values) throws IOException {
      close(generator, values, ']');
    }

    /// On a line of its own only when what it closes has lines of its own.
    private void close(JsonGenerator generator, int size, char sign) throws IOException {
      boolean whole = _nesting > BROKEN_LEVELS;
      _nesting--;
      if (size > 0 && whole) {
        generator.writeRaw(' ');
      } else if (size > 0) {
        generator.writeRaw('\n' + "  ".repeat(_nesting));
      }
      generator.writeRaw(sign);
    }
  }

  private static final class Indent implements DefaultPrettyPrinter.Indenter {
    @Override
    public void writeIndentation(JsonGenerator generator, int level) throws IOException {
      generator.writeRaw(level <= BROKEN_LEVELS ? '\n' + "  ".repeat(level) : " ");
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }

  private interface Writing<T> {
    void write(T value) throws IOException;
  }

  private void image(SchemaImage image) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", FORMAT);
    list("tables", image.tables(), this::table);
    out.writeEndObject();
  }

  private <T> void list(String name, List<T> values, Writing<T> writing) throws IOException {
    out.writeArrayFieldStart(name);
    for (T value : values) {
      writing.write(value);
    }
    out.writeEndArray();
  }

  private void table(Table table) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", table.name());
    out.writeStringField("entity", table.entity());
    optional("was", table.was());
    out.writeStringField("id", table.id());
    list("columns", table.columns(), this::column);
    list("foreignKeys", table.foreignKeys(), this::foreignKey);
    list("uniques", table.uniques(), this::unique);
    list("indexes", table.indexes(), this::index);
    list("checks", table.checks(), this::check);
    list("searchable", table.searchable(), out::writeString);
    out.writeEndObject();
  }

  private void column(Column column) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", column.name());
    out.writeStringField("component", column.component());
    out.writeStringField("type", column.type().name());
    if (column.nullable()) {
      out.writeBooleanField("nullable", true);
    }
    if (column.fill() != Fill.UNKNOWN) {
      out.writeStringField("fill", column.fill().name());
    }
    optional("was", column.was());
    out.writeEndObject();
  }

  private void foreignKey(ForeignKey key) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", key.name());
    out.writeStringField("column", key.column());
    out.writeStringField("table", key.table());
    out.writeStringField("id", key.id());
    out.writeEndObject();
  }

  private void unique(Unique key) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", key.name());
    list("columns", key.columns(), out::writeString);
    out.writeEndObject();
  }

  private void index(Index index) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", index.name());
    list(
        "columns",
        index.parts(),
        part -> out.writeString((part.descending() ? "-" : "") + part.column()));
    out.writeEndObject();
  }

  private void check(Check check) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", check.name());
    out.writeStringField("column", check.column());
    out.writeStringField("rule", check.rule().word());
    rule(check.rule());
    out.writeEndObject();
  }

  private void rule(Rule rule) throws IOException {
    switch (rule) {
      case Rule.NotBlank _ -> {}
      case Rule.Size(int min, int max) -> {
        out.writeNumberField("min", min);
        out.writeNumberField("max", max);
      }
      case Rule.Min(var bound, boolean inclusive) -> {
        out.writeStringField("bound", bound.toString());
        out.writeBooleanField("inclusive", inclusive);
      }
      case Rule.Max(var bound, boolean inclusive) -> {
        out.writeStringField("bound", bound.toString());
        out.writeBooleanField("inclusive", inclusive);
      }
      case Rule.Digits(int integer, int fraction) -> {
        out.writeNumberField("integer", integer);
        out.writeNumberField("fraction", fraction);
      }
      case Rule.OneOf(var names) -> list("names", names, out::writeString);
    }
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get());
    }
  }
}
