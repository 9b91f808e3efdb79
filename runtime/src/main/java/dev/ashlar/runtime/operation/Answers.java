package dev.ashlar.runtime.operation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Outcome.All;
import dev.ashlar.runtime.operation.Outcome.Rows;
import dev.ashlar.runtime.operation.Outcome.Written;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is kept of an answer: which rows were written, not what stood in them, since that is read
/// anew for whoever asks again.
///
/// @param batch whether the request was a batch
/// @param all an answer for each operation
record Answers(boolean batch, List<Answer> all) {
  private static final JsonFactory JSON = new JsonFactory();

  Answers {
    all = List.copyOf(all);
  }

  /// That a row was written.
  ///
  /// @param shown whether the answer had the row: not where who wrote it may not read it
  record Answer(Verb verb, UUID id, OptionalInt version, boolean shown) {}

  static Answers of(Outcome outcome) {
    return switch (outcome) {
      case All(var outcomes) -> new Answers(true, outcomes.stream().map(Answers::answer).toList());
      case Rows _, Written _ -> new Answers(false, List.of(answer(outcome)));
    };
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Written written ->
          new Answer(written.verb(), written.id(), written.version(), written.row().isPresent());
      case Rows _, All _ ->
          throw new IllegalArgumentException("Only single writes are answered under a key.");
    };
  }

  String json() {
    var text = new StringWriter();
    try (var generator = JSON.createGenerator(text)) {
      generator.writeStartObject();
      generator.writeBooleanField("batch", batch);
      generator.writeArrayFieldStart("all");
      for (Answer answer : all) {
        generator.writeStartObject();
        generator.writeStringField("verb", answer.verb().name());
        generator.writeStringField("id", answer.id().toString());
        if (answer.version().isPresent()) {
          generator.writeNumberField("version", answer.version().getAsInt());
        }
        generator.writeBooleanField("shown", answer.shown());
        generator.writeEndObject();
      }
      generator.writeEndArray();
      generator.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("An answer could not be written to memory.", impossible);
    }
    return text.toString();
  }

  static Answers parse(String json) {
    boolean batch = false;
    var all = new ArrayList<Answer>();
    try (var parser = JSON.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (parser.currentName().equals("batch")) {
          batch = parser.nextBooleanValue();
          continue;
        }
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          all.add(parse(parser));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("A kept answer is not what was written.", broken);
    }
    return new Answers(batch, all);
  }

  private static Answer parse(JsonParser parser) throws IOException {
    @Nullable Verb verb = null;
    @Nullable UUID id = null;
    var version = OptionalInt.empty();
    boolean shown = true; // What was kept before this was told apart had its row.
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "verb" -> verb = Verb.valueOf(parser.getText());
        case "id" -> id = UUID.fromString(parser.getText());
        case "version" -> version = OptionalInt.of(parser.getIntValue());
        case "shown" -> shown = parser.getBooleanValue();
        // A newer program may keep more.
        default -> parser.skipChildren();
      }
    }
    if (verb == null || id == null) {
      throw new IOException("An answer lacks its verb or its row.");
    }
    return new Answer(verb, id, version, shown);
  }
}
