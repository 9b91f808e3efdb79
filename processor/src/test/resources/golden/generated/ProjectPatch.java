package shop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.Change;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import dev.ashlar.model.value.JsonShapes;
import java.io.IOException;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// What is changed of a [Project]; what is absent stays.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record ProjectPatch(
    Change<String> name,
    Change<UUID> openingId) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<ProjectPatch> JSON = new Codec();

  /// Changes nothing.
  public static final ProjectPatch NOTHING = new ProjectPatch(Change.absent(), Change.absent());

  /// The same, in the form in which it is stored.
  public ChangeSet toChanges() {
    return ChangeSet.builder(Project_.MODEL)
        .change(Project_.name, name)
        .change(Project_.opening, openingId)
        .build();
  }

  /// The same, setting `name`.
  public ProjectPatch withName(String name) {
    return new ProjectPatch(Change.to(name), this.openingId);
  }

  /// The same, setting `openingId`.
  public ProjectPatch withOpeningId(@Nullable UUID openingId) {
    return new ProjectPatch(this.name, Change.to(openingId));
  }

  private static final class Codec implements JsonCodec<ProjectPatch> {
    @Override
    public ProjectPatch read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      Change<String> name_ = Change.absent();
      Change<UUID> openingId_ = Change.absent();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "name" -> name_ = JsonShapes.change(parser, "name", JsonCodecs.STRING);
          case "openingId" -> openingId_ = JsonShapes.change(parser, "openingId", JsonCodecs.UUID);
          default -> throw JsonCodecs.unknown(property, "name", "openingId");
        }
      }
      return new ProjectPatch(
          name_,
          openingId_);
    }

    @Override
    public void write(JsonGenerator generator, ProjectPatch value) throws IOException {
      generator.writeStartObject();
      JsonShapes.write(generator, Project_.name.json(), JsonCodecs.STRING, value.name());
      JsonShapes.write(generator, Project_.opening.json(), JsonCodecs.UUID, value.openingId());
      generator.writeEndObject();
    }
  }
}
