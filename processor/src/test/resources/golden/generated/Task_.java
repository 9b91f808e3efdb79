package shop;

import dev.ashlar.model.Ref;
import dev.ashlar.model.query.Attribute;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Many;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.RefAttribute;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.TextAttribute;
import dev.ashlar.model.query.TextColumn;
import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/// The columns and relations of [Task].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class Task_ {
  public static final Column<Task, UUID> id =
      new Column<>(
          Task.class,
          ColumnSpec.of("id", "id", ValueType.UUID)
              .as(ColumnSpec.Role.ID),
          Task::id);

  /// what is to be done,
  /// in a few "words"
  public static final TextColumn<Task> title =
      new TextColumn<>(
          Task.class,
          ColumnSpec.of("title", "title", ValueType.STRING)
              .held(
                  new Constraint.NotBlank(),
                  new Constraint.Size(0, 200))
              .searched()
              .doc("what is to be done,\nin a few \"words\""),
          Task::title);

  static final JsonCodec<Status> STATUS_CODEC = JsonCodecs.enumeration(Status.class);

  public static final Column<Task, Status> status =
      new Column<>(
          Task.class,
          ColumnSpec.of("status", "status", ValueType.enumeration(Status.class)),
          Task::status);

  public static final Column<Task, Integer> priority =
      new Column<>(
          Task.class,
          ColumnSpec.of("priority", "priority", ValueType.INT)
              .held(
                  new Constraint.AtLeast(BigDecimal.valueOf(0L), true),
                  new Constraint.AtMost(BigDecimal.valueOf(5L), true)),
          Task::priority);

  public static final RefColumn<Task, Project> project =
      new RefColumn<>(
          Task.class,
          ColumnSpec.reference("project", "project_id", Project.class),
          Task::project);

  public static final RefColumn<Task, Task> parent =
      new RefColumn<>(
          Task.class,
          ColumnSpec.reference("parent", "parent_id", Task.class)
              .orNull(),
          Task::parent);

  public static final Column<Task, BigDecimal> estimate =
      new Column<>(
          Task.class,
          ColumnSpec.of("estimate", "estimate", ValueType.DECIMAL)
              .orNull(),
          Task::estimate);

  static final JsonCodec<List<String>> TAGS_CODEC = JsonCodecs.listOf(JsonCodecs.STRING);

  public static final Column<Task, List<String>> tags =
      new Column<>(
          Task.class,
          ColumnSpec.of("tags", "tags", ValueType.json(List.class, TAGS_CODEC))
              .was("labels"),
          Task::tags);

  static final JsonCodec<Place> PLACE_CODEC = PlaceJson.CODEC;

  public static final Column<Task, Place> place =
      new Column<>(
          Task.class,
          ColumnSpec.of("place", "place", ValueType.json(Place.class, PLACE_CODEC))
              .orNull(),
          Task::place);

  public static final Column<Task, Integer> version =
      new Column<>(
          Task.class,
          ColumnSpec.of("version", "version", ValueType.INT)
              .as(ColumnSpec.Role.VERSION),
          Task::version);

  public static final Column<Task, Instant> createdAt =
      new Column<>(
          Task.class,
          ColumnSpec.of("createdAt", "created_at", ValueType.INSTANT)
              .as(ColumnSpec.Role.CREATED),
          Task::createdAt);

  public static final Column<Task, Instant> updatedAt =
      new Column<>(
          Task.class,
          ColumnSpec.of("updatedAt", "updated_at", ValueType.INSTANT)
              .as(ColumnSpec.Role.UPDATED),
          Task::updatedAt);

  public static final Column<Task, Instant> deletedAt =
      new Column<>(
          Task.class,
          ColumnSpec.of("deletedAt", "deleted_at", ValueType.INSTANT)
              .orNull()
              .as(ColumnSpec.Role.DELETED),
          Task::deletedAt);

  /// The rows whose `project` is a Project, as seen from it.
  public static final Many<Columns> ofProject =
      new Many<>(
          Path.ROOT,
          Relation.many("tasks", Project.class, Task.class, "project"),
          () -> new Columns(Path.ROOT));

  /// The rows whose `parent` is a Task, as seen from it.
  public static final Many<Columns> ofParent =
      new Many<>(
          Path.ROOT,
          Relation.many("children", Task.class, Task.class, "parent"),
          () -> new Columns(Path.ROOT));

  /// The rows of Task whose `parent` is this one.
  public static final Many<Task_.Columns> children =
      new Many<>(
          Path.ROOT,
          Relation.many("children", Task.class, Task.class, "parent"),
          () -> new Task_.Columns(Path.ROOT));

  /// Everything about [Task].
  public static final EntityModel<Task> MODEL =
      new EntityModel<>(
          new EntityModel.Spec<>(
              Task.class,
              "Task",
              "tasks",
              List.of(List.of("project", "title")),
              List.of(List.of("project", "-createdAt"), List.of("priority")),
              List.of(ofProject.relation(), ofParent.relation()),
              Optional.of("Todo"),
              Optional.of("Something to do.")),
          List.of(
              id,
              title,
              status,
              priority,
              project,
              parent,
              estimate,
              tags,
              place,
              version,
              createdAt,
              updatedAt,
              deletedAt),
          row ->
              new Task(
                  row.uuid(0),
                  row.string(1),
                  Status.valueOf(row.string(2)),
                  row.int32(3),
                  Ref.of(row.uuid(4)),
                  row.isNull(5) ? null : Ref.of(row.uuid(5)),
                  row.isNull(6) ? null : row.decimal(6),
                  JsonValues.parse(TAGS_CODEC, row.string(7)),
                  row.isNull(8) ? null : JsonValues.parse(PLACE_CODEC, row.string(8)),
                  row.int32(9),
                  row.instant(10),
                  row.instant(11),
                  row.isNull(12) ? null : row.instant(12)));

  private Task_() {}

  /// The columns of the row that `project` refers to.
  public static Project_.Columns project() {
    return new Project_.Columns(Path.ROOT.then(project.relation()));
  }

  /// The columns of the row that `parent` refers to.
  public static Task_.Columns parent() {
    return new Task_.Columns(Path.ROOT.then(parent.relation()));
  }

  /// The columns and relations of a row at the end of a path.
  public static final class Columns {
    private final Path path_;

    public final Attribute<UUID> id;

    /// what is to be done,
    /// in a few "words"
    public final TextAttribute title;

    public final Attribute<Status> status;

    public final Attribute<Integer> priority;

    public final RefAttribute<Project> project;

    public final RefAttribute<Task> parent;

    public final Attribute<BigDecimal> estimate;

    public final Attribute<List<String>> tags;

    public final Attribute<Place> place;

    public final Attribute<Integer> version;

    public final Attribute<Instant> createdAt;

    public final Attribute<Instant> updatedAt;

    public final Attribute<Instant> deletedAt;

    public final Many<Task_.Columns> children;

    /// The columns of the row at the end of a path.
    public Columns(Path path) {
      path_ = path;
      this.id = Task_.id.at(path);
      this.title = Task_.title.at(path);
      this.status = Task_.status.at(path);
      this.priority = Task_.priority.at(path);
      this.project = Task_.project.at(path);
      this.parent = Task_.parent.at(path);
      this.estimate = Task_.estimate.at(path);
      this.tags = Task_.tags.at(path);
      this.place = Task_.place.at(path);
      this.version = Task_.version.at(path);
      this.createdAt = Task_.createdAt.at(path);
      this.updatedAt = Task_.updatedAt.at(path);
      this.deletedAt = Task_.deletedAt.at(path);
      this.children = new Many<>(path, Task_.children.relation(), Task_.children.root());
    }

    /// The columns of the row that `project` refers to.
    public Project_.Columns project() {
      return new Project_.Columns(path_.then(Task_.project.relation()));
    }

    /// The columns of the row that `parent` refers to.
    public Task_.Columns parent() {
      return new Task_.Columns(path_.then(Task_.parent.relation()));
    }
  }
}
