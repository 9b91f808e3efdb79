package shop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// What is said of a new [Task].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record TaskCreate(
    String title,
    Status status,
    int priority,
    UUID projectId,
    @Nullable UUID parentId,
    @Nullable BigDecimal estimate,
    List<String> tags,
    @Nullable Place place) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<TaskCreate> JSON = new Codec();

  /// The same, in the form in which it is stored.
  public ChangeSet toChanges() {
    return ChangeSet.builder(Task_.MODEL)
        .set(Task_.title, title)
        .set(Task_.status, status)
        .set(Task_.priority, priority)
        .set(Task_.project, projectId)
        .set(Task_.parent, parentId)
        .set(Task_.estimate, estimate)
        .set(Task_.tags, tags)
        .set(Task_.place, place)
        .build();
  }

  private static final class Codec implements JsonCodec<TaskCreate> {
    @Override
    public TaskCreate read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      @Nullable String title_ = null;
      @Nullable Status status_ = null;
      @Nullable Integer priority_ = null;
      @Nullable UUID projectId_ = null;
      @Nullable UUID parentId_ = null;
      @Nullable BigDecimal estimate_ = null;
      @Nullable List<String> tags_ = null;
      @Nullable Place place_ = null;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "title" -> title_ = JsonCodecs.property(parser, "title", JsonCodecs.STRING);
          case "status" -> status_ = JsonCodecs.property(parser, "status", Task_.STATUS_CODEC);
          case "priority" -> priority_ = JsonCodecs.property(parser, "priority", JsonCodecs.INT);
          case "projectId" -> projectId_ = JsonCodecs.property(parser, "projectId", JsonCodecs.UUID);
          case "parentId" -> parentId_ = JsonCodecs.property(parser, "parentId", JsonCodecs.UUID);
          case "estimate" -> estimate_ = JsonCodecs.property(parser, "estimate", JsonCodecs.DECIMAL);
          case "tags" -> tags_ = JsonCodecs.property(parser, "tags", Task_.TAGS_CODEC);
          case "place" -> place_ = JsonCodecs.property(parser, "place", Task_.PLACE_CODEC);
          default -> throw JsonCodecs.unknown(property, "title", "status", "priority", "projectId", "parentId", "estimate", "tags", "place");
        }
      }
      return new TaskCreate(
          JsonCodecs.required("title", title_),
          JsonCodecs.required("status", status_),
          JsonCodecs.required("priority", priority_),
          JsonCodecs.required("projectId", projectId_),
          parentId_,
          estimate_,
          JsonCodecs.required("tags", tags_),
          place_);
    }

    @Override
    public void write(JsonGenerator generator, TaskCreate value) throws IOException {
      generator.writeStartObject();
      JsonCodecs.write(generator, Task_.title.json(), JsonCodecs.STRING, value.title());
      JsonCodecs.write(generator, Task_.status.json(), Task_.STATUS_CODEC, value.status());
      JsonCodecs.write(generator, Task_.priority.json(), JsonCodecs.INT, value.priority());
      JsonCodecs.write(generator, Task_.project.json(), JsonCodecs.UUID, value.projectId());
      JsonCodecs.write(generator, Task_.parent.json(), JsonCodecs.UUID, value.parentId());
      JsonCodecs.write(generator, Task_.estimate.json(), JsonCodecs.DECIMAL, value.estimate());
      JsonCodecs.write(generator, Task_.tags.json(), Task_.TAGS_CODEC, value.tags());
      JsonCodecs.write(generator, Task_.place.json(), Task_.PLACE_CODEC, value.place());
      generator.writeEndObject();
    }
  }
}
