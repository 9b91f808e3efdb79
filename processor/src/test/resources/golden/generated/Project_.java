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
import dev.ashlar.model.value.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/// The columns and relations of [Project].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class Project_ {
  public static final Column<Project, UUID> id =
      new Column<>(
          Project.class,
          ColumnSpec.of("id", "id", ValueType.UUID)
              .as(ColumnSpec.Role.ID),
          Project::id);

  public static final TextColumn<Project> name =
      new TextColumn<>(
          Project.class,
          ColumnSpec.of("name", "name", ValueType.STRING)
              .distinct(),
          Project::name);

  public static final RefColumn<Project, Task> opening =
      new RefColumn<>(
          Project.class,
          ColumnSpec.reference("opening", "opening_id", Task.class)
              .orNull(),
          Project::opening);

  /// The rows of Task whose `project` is this one.
  public static final Many<Task_.Columns> tasks =
      new Many<>(
          Path.ROOT,
          Relation.many("tasks", Project.class, Task.class, "project"),
          () -> new Task_.Columns(Path.ROOT));

  /// Everything about [Project].
  public static final EntityModel<Project> MODEL =
      new EntityModel<>(
          new EntityModel.Spec<>(
              Project.class,
              "Project",
              "projects",
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty()),
          List.of(
              id,
              name,
              opening),
          row ->
              new Project(
                  row.uuid(0),
                  row.string(1),
                  row.isNull(2) ? null : Ref.of(row.uuid(2))));

  private Project_() {}

  /// The columns of the row that `opening` refers to.
  public static Task_.Columns opening() {
    return new Task_.Columns(Path.ROOT.then(opening.relation()));
  }

  /// The columns and relations of a row at the end of a path.
  public static final class Columns {
    private final Path path_;

    public final Attribute<UUID> id;

    public final TextAttribute name;

    public final RefAttribute<Task> opening;

    public final Many<Task_.Columns> tasks;

    /// The columns of the row at the end of a path.
    public Columns(Path path) {
      path_ = path;
      this.id = Project_.id.at(path);
      this.name = Project_.name.at(path);
      this.opening = Project_.opening.at(path);
      this.tasks = new Many<>(path, Project_.tasks.relation(), Project_.tasks.root());
    }

    /// The columns of the row that `opening` refers to.
    public Task_.Columns opening() {
      return new Task_.Columns(path_.then(Project_.opening.relation()));
    }
  }
}
