package shop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.ashlar.model.Visible;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import dev.ashlar.model.value.JsonShapes;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// What is seen of a [Project].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record ProjectResponse(
    UUID id,
    Visible<String> name,
    Visible<UUID> openingId) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<ProjectResponse> JSON = new Codec();

  private static final List<SerializedString> NAMES =
      List.of(
          Project_.name.json(),
          Project_.opening.json());

  /// What is seen of a row that was fetched by `Selection.all`.
  public static ProjectResponse of(Fetched row) {
    return new ProjectResponse(
        row.uuid(0),
        row.visible(1, at -> row.string(at)),
        row.visible(2, at -> row.isNull(at) ? null : row.uuid(at)));
  }

  private static final class Codec implements JsonCodec<ProjectResponse> {
    @Override
    public ProjectResponse read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      @Nullable UUID id_ = null;
      @Nullable Visible<String> name_ = null;
      @Nullable Visible<UUID> openingId_ = null;
      Set<String> redacted_ = Set.of();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "id" -> id_ = JsonCodecs.property(parser, "id", JsonCodecs.UUID);
          case "name" -> name_ = JsonShapes.visible(parser, "name", JsonCodecs.STRING);
          case "openingId" -> openingId_ = JsonShapes.visible(parser, "openingId", JsonCodecs.UUID);
          case "redacted" -> redacted_ = JsonShapes.redacted(parser);
          default -> throw JsonCodecs.unknown(property, "id", "name", "openingId", "redacted");
        }
      }
      return new ProjectResponse(
          JsonCodecs.required("id", id_),
          JsonShapes.shown("name", name_, redacted_),
          JsonShapes.shown("openingId", openingId_, redacted_));
    }

    @Override
    public void write(JsonGenerator generator, ProjectResponse value) throws IOException {
      generator.writeStartObject();
      JsonCodecs.write(generator, Project_.id.json(), JsonCodecs.UUID, value.id());
      JsonShapes.write(generator, Project_.name.json(), JsonCodecs.STRING, value.name());
      JsonShapes.write(generator, Project_.opening.json(), JsonCodecs.UUID, value.openingId());
      JsonShapes.redacted(
          generator,
          NAMES,
          value.name(),
          value.openingId());
      generator.writeEndObject();
    }
  }
}
