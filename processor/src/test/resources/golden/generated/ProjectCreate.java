package shop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import java.io.IOException;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// What is said of a new [Project].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record ProjectCreate(
    String name,
    @Nullable UUID openingId) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<ProjectCreate> JSON = new Codec();

  /// The same, in the form in which it is stored.
  public ChangeSet toChanges() {
    return ChangeSet.builder(Project_.MODEL)
        .set(Project_.name, name)
        .set(Project_.opening, openingId)
        .build();
  }

  private static final class Codec implements JsonCodec<ProjectCreate> {
    @Override
    public ProjectCreate read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      @Nullable String name_ = null;
      @Nullable UUID openingId_ = null;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "name" -> name_ = JsonCodecs.property(parser, "name", JsonCodecs.STRING);
          case "openingId" -> openingId_ = JsonCodecs.property(parser, "openingId", JsonCodecs.UUID);
          default -> throw JsonCodecs.unknown(property, "name", "openingId");
        }
      }
      return new ProjectCreate(
          JsonCodecs.required("name", name_),
          openingId_);
    }

    @Override
    public void write(JsonGenerator generator, ProjectCreate value) throws IOException {
      generator.writeStartObject();
      JsonCodecs.write(generator, Project_.name.json(), JsonCodecs.STRING, value.name());
      JsonCodecs.write(generator, Project_.opening.json(), JsonCodecs.UUID, value.openingId());
      generator.writeEndObject();
    }
  }
}
