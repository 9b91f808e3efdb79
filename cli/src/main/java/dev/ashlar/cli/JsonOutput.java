package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.runtime.spi.Output;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// Answers for scripts: one array of objects a line, and nothing that is said to people.
final class JsonOutput implements Output {
  private static final JsonFactory JSON = new JsonFactory();

  private final PrintStream out;

  JsonOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public void say(String line) {}

  @Override
  public void table(List<String> names, List<List<String>> rows) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (List<String> row : rows) {
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
          json.writeStringField(names.get(i), row.get(i));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("An answer could not be written to memory.", impossible);
    }
    out.println(text);
  }
}
