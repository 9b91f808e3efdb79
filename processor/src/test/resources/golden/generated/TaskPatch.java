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
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// What is changed of a [Task]; what is absent stays.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record TaskPatch(
    Change<String> title,
    Change<Status> status,
    Change<Integer> priority,
    Change<UUID> projectId,
    Change<UUID> parentId,
    Change<BigDecimal> estimate,
    Change<List<String>> tags,
    Change<Place> place) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<TaskPatch> JSON = new Codec();

  /// Changes nothing.
  public static final TaskPatch NOTHING = new TaskPatch(Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent());

  /// The same, in the form in which it is stored.
  public ChangeSet toChanges() {
    return ChangeSet.builder(Task_.MODEL)
        .change(Task_.title, title)
        .change(Task_.status, status)
        .change(Task_.priority, priority)
        .change(Task_.project, projectId)
        .change(Task_.parent, parentId)
        .change(Task_.estimate, estimate)
        .change(Task_.tags, tags)
        .change(Task_.place, place)
        .build();
  }

  /// The same, setting `title`.
  public TaskPatch withTitle(String title) {
    return new TaskPatch(Change.to(title), this.status, this.priority, this.projectId, this.parentId, this.estimate, this.tags, this.place);
  }

  /// The same, setting `status`.
  public TaskPatch withStatus(Status status) {
    return new TaskPatch(this.title, Change.to(status), this.priority, this.projectId, this.parentId, this.estimate, this.tags, this.place);
  }

  /// The same, setting `priority`.
  public TaskPatch withPriority(int priority) {
    return new TaskPatch(this.title, this.status, Change.to(priority), this.projectId, this.parentId, this.estimate, this.tags, this.place);
  }

  /// The same, setting `projectId`.
  public TaskPatch withProjectId(UUID projectId) {
    return new TaskPatch(this.title, this.status, this.priority, Change.to(projectId), this.parentId, this.estimate, this.tags, this.place);
  }

  /// The same, setting `parentId`.
  public TaskPatch withParentId(@Nullable UUID parentId) {
    return new TaskPatch(this.title, this.status, this.priority, this.projectId, Change.to(parentId), this.estimate, this.tags, this.place);
  }

  /// The same, setting `estimate`.
  public TaskPatch withEstimate(@Nullable BigDecimal estimate) {
    return new TaskPatch(this.title, this.status, this.priority, this.projectId, this.parentId, Change.to(estimate), this.tags, this.place);
  }

  /// The same, setting `tags`.
  public TaskPatch withTags(List<String> tags) {
    return new TaskPatch(this.title, this.status, this.priority, this.projectId, this.parentId, this.estimate, Change.to(tags), this.place);
  }

  /// The same, setting `place`.
  public TaskPatch withPlace(@Nullable Place place) {
    return new TaskPatch(this.title, this.status, this.priority, this.projectId, this.parentId, this.estimate, this.tags, Change.to(place));
  }

  private static final class Codec implements JsonCodec<TaskPatch> {
    @Override
    public TaskPatch read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      Change<String> title_ = Change.absent();
      Change<Status> status_ = Change.absent();
      Change<Integer> priority_ = Change.absent();
      Change<UUID> projectId_ = Change.absent();
      Change<UUID> parentId_ = Change.absent();
      Change<BigDecimal> estimate_ = Change.absent();
      Change<List<String>> tags_ = Change.absent();
      Change<Place> place_ = Change.absent();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "title" -> title_ = JsonShapes.change(parser, "title", JsonCodecs.STRING);
          case "status" -> status_ = JsonShapes.change(parser, "status", Task_.STATUS_CODEC);
          case "priority" -> priority_ = JsonShapes.change(parser, "priority", JsonCodecs.INT);
          case "projectId" -> projectId_ = JsonShapes.change(parser, "projectId", JsonCodecs.UUID);
          case "parentId" -> parentId_ = JsonShapes.change(parser, "parentId", JsonCodecs.UUID);
          case "estimate" -> estimate_ = JsonShapes.change(parser, "estimate", JsonCodecs.DECIMAL);
          case "tags" -> tags_ = JsonShapes.change(parser, "tags", Task_.TAGS_CODEC);
          case "place" -> place_ = JsonShapes.change(parser, "place", Task_.PLACE_CODEC);
          default -> throw JsonCodecs.unknown(property, "title", "status", "priority", "projectId", "parentId", "estimate", "tags", "place");
        }
      }
      return new TaskPatch(
          title_,
          status_,
          priority_,
          projectId_,
          parentId_,
          estimate_,
          tags_,
          place_);
    }

    @Override
    public void write(JsonGenerator generator, TaskPatch value) throws IOException {
      generator.writeStartObject();
      JsonShapes.write(generator, Task_.title.json(), JsonCodecs.STRING, value.title());
      JsonShapes.write(generator, Task_.status.json(), Task_.STATUS_CODEC, value.status());
      JsonShapes.write(generator, Task_.priority.json(), JsonCodecs.INT, value.priority());
      JsonShapes.write(generator, Task_.project.json(), JsonCodecs.UUID, value.projectId());
      JsonShapes.write(generator, Task_.parent.json(), JsonCodecs.UUID, value.parentId());
      JsonShapes.write(generator, Task_.estimate.json(), JsonCodecs.DECIMAL, value.estimate());
      JsonShapes.write(generator, Task_.tags.json(), Task_.TAGS_CODEC, value.tags());
      JsonShapes.write(generator, Task_.place.json(), Task_.PLACE_CODEC, value.place());
      generator.writeEndObject();
    }
  }
}
