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
import dev.ashlar.model.value.JsonValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// What is seen of a [Task].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record TaskResponse(
    UUID id,
    Visible<String> title,
    Visible<Status> status,
    Visible<Integer> priority,
    Visible<UUID> projectId,
    Visible<UUID> parentId,
    Visible<BigDecimal> estimate,
    Visible<List<String>> tags,
    Visible<Place> place,
    Visible<Integer> version,
    Visible<Instant> createdAt,
    Visible<Instant> updatedAt,
    Visible<Instant> deletedAt) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<TaskResponse> JSON = new Codec();

  private static final List<SerializedString> NAMES =
      List.of(
          Task_.title.json(),
          Task_.status.json(),
          Task_.priority.json(),
          Task_.project.json(),
          Task_.parent.json(),
          Task_.estimate.json(),
          Task_.tags.json(),
          Task_.place.json(),
          Task_.version.json(),
          Task_.createdAt.json(),
          Task_.updatedAt.json(),
          Task_.deletedAt.json());

  /// What is seen of a row that was fetched by `Selection.all`.
  public static TaskResponse of(Fetched row) {
    return new TaskResponse(
        row.uuid(0),
        row.visible(1, at -> row.string(at)),
        row.visible(2, at -> Status.valueOf(row.string(at))),
        row.visible(3, at -> row.int32(at)),
        row.visible(4, at -> row.uuid(at)),
        row.visible(5, at -> row.isNull(at) ? null : row.uuid(at)),
        row.visible(6, at -> row.isNull(at) ? null : row.decimal(at)),
        row.visible(7, at -> JsonValues.parse(Task_.TAGS_CODEC, row.string(at))),
        row.visible(8, at -> row.isNull(at) ? null : JsonValues.parse(Task_.PLACE_CODEC, row.string(at))),
        row.visible(9, at -> row.int32(at)),
        row.visible(10, at -> row.instant(at)),
        row.visible(11, at -> row.instant(at)),
        row.visible(12, at -> row.isNull(at) ? null : row.instant(at)));
  }

  private static final class Codec implements JsonCodec<TaskResponse> {
    @Override
    public TaskResponse read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      @Nullable UUID id_ = null;
      @Nullable Visible<String> title_ = null;
      @Nullable Visible<Status> status_ = null;
      @Nullable Visible<Integer> priority_ = null;
      @Nullable Visible<UUID> projectId_ = null;
      @Nullable Visible<UUID> parentId_ = null;
      @Nullable Visible<BigDecimal> estimate_ = null;
      @Nullable Visible<List<String>> tags_ = null;
      @Nullable Visible<Place> place_ = null;
      @Nullable Visible<Integer> version_ = null;
      @Nullable Visible<Instant> createdAt_ = null;
      @Nullable Visible<Instant> updatedAt_ = null;
      @Nullable Visible<Instant> deletedAt_ = null;
      Set<String> redacted_ = Set.of();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "id" -> id_ = JsonCodecs.property(parser, "id", JsonCodecs.UUID);
          case "title" -> title_ = JsonShapes.visible(parser, "title", JsonCodecs.STRING);
          case "status" -> status_ = JsonShapes.visible(parser, "status", Task_.STATUS_CODEC);
          case "priority" -> priority_ = JsonShapes.visible(parser, "priority", JsonCodecs.INT);
          case "projectId" -> projectId_ = JsonShapes.visible(parser, "projectId", JsonCodecs.UUID);
          case "parentId" -> parentId_ = JsonShapes.visible(parser, "parentId", JsonCodecs.UUID);
          case "estimate" -> estimate_ = JsonShapes.visible(parser, "estimate", JsonCodecs.DECIMAL);
          case "tags" -> tags_ = JsonShapes.visible(parser, "tags", Task_.TAGS_CODEC);
          case "place" -> place_ = JsonShapes.visible(parser, "place", Task_.PLACE_CODEC);
          case "version" -> version_ = JsonShapes.visible(parser, "version", JsonCodecs.INT);
          case "createdAt" -> createdAt_ = JsonShapes.visible(parser, "createdAt", JsonCodecs.INSTANT);
          case "updatedAt" -> updatedAt_ = JsonShapes.visible(parser, "updatedAt", JsonCodecs.INSTANT);
          case "deletedAt" -> deletedAt_ = JsonShapes.visible(parser, "deletedAt", JsonCodecs.INSTANT);
          case "redacted" -> redacted_ = JsonShapes.redacted(parser);
          default -> throw JsonCodecs.unknown(property, "id", "title", "status", "priority", "projectId", "parentId", "estimate", "tags", "place", "version", "createdAt", "updatedAt", "deletedAt", "redacted");
        }
      }
      return new TaskResponse(
          JsonCodecs.required("id", id_),
          JsonShapes.shown("title", title_, redacted_),
          JsonShapes.shown("status", status_, redacted_),
          JsonShapes.shown("priority", priority_, redacted_),
          JsonShapes.shown("projectId", projectId_, redacted_),
          JsonShapes.shown("parentId", parentId_, redacted_),
          JsonShapes.shown("estimate", estimate_, redacted_),
          JsonShapes.shown("tags", tags_, redacted_),
          JsonShapes.shown("place", place_, redacted_),
          JsonShapes.shown("version", version_, redacted_),
          JsonShapes.shown("createdAt", createdAt_, redacted_),
          JsonShapes.shown("updatedAt", updatedAt_, redacted_),
          JsonShapes.shown("deletedAt", deletedAt_, redacted_));
    }

    @Override
    public void write(JsonGenerator generator, TaskResponse value) throws IOException {
      generator.writeStartObject();
      JsonCodecs.write(generator, Task_.id.json(), JsonCodecs.UUID, value.id());
      JsonShapes.write(generator, Task_.title.json(), JsonCodecs.STRING, value.title());
      JsonShapes.write(generator, Task_.status.json(), Task_.STATUS_CODEC, value.status());
      JsonShapes.write(generator, Task_.priority.json(), JsonCodecs.INT, value.priority());
      JsonShapes.write(generator, Task_.project.json(), JsonCodecs.UUID, value.projectId());
      JsonShapes.write(generator, Task_.parent.json(), JsonCodecs.UUID, value.parentId());
      JsonShapes.write(generator, Task_.estimate.json(), JsonCodecs.DECIMAL, value.estimate());
      JsonShapes.write(generator, Task_.tags.json(), Task_.TAGS_CODEC, value.tags());
      JsonShapes.write(generator, Task_.place.json(), Task_.PLACE_CODEC, value.place());
      JsonShapes.write(generator, Task_.version.json(), JsonCodecs.INT, value.version());
      JsonShapes.write(generator, Task_.createdAt.json(), JsonCodecs.INSTANT, value.createdAt());
      JsonShapes.write(generator, Task_.updatedAt.json(), JsonCodecs.INSTANT, value.updatedAt());
      JsonShapes.write(generator, Task_.deletedAt.json(), JsonCodecs.INSTANT, value.deletedAt());
      JsonShapes.redacted(
          generator,
          NAMES,
          value.title(),
          value.status(),
          value.priority(),
          value.projectId(),
          value.parentId(),
          value.estimate(),
          value.tags(),
          value.place(),
          value.version(),
          value.createdAt(),
          value.updatedAt(),
          value.deletedAt());
      generator.writeEndObject();
    }
  }
}
