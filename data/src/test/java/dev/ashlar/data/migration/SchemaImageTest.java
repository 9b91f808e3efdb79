package dev.ashlar.data.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Fill;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.Unique;
import dev.ashlar.model.Ref;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.ModelException;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.ValueType.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a model asks of the database.
final class SchemaImageTest {
  private record Project() {}

  private record Task() {}

  private enum Status {
    OPEN,
    DONE
  }

  private static final EntityModel<Project> PROJECT =
      entity(Project.class, "projects", List.of(), List.of(), id());

  private static ColumnSpec id() {
    return ColumnSpec.of("id", "id", ValueType.UUID).as(Role.ID);
  }

  private static ColumnSpec text(String name) {
    return ColumnSpec.of(name, name, ValueType.STRING);
  }

  private static <T> EntityModel<T> entity(
      Class<T> type,
      String plural,
      List<List<String>> uniques,
      List<List<String>> indexes,
      ColumnSpec... specs) {
    var columns = new ArrayList<dev.ashlar.model.query.Column<T, ?>>();
    for (ColumnSpec spec : specs) {
      columns.add(
          spec.target().isPresent()
              ? new RefColumn<T, Object>(type, spec, _ -> new Ref.Key<>(new java.util.UUID(0, 0)))
              : new dev.ashlar.model.query.Column<T, Object>(type, spec, _ -> spec));
    }
    var spec =
        new EntityModel.Spec<>(
            type,
            type.getSimpleName(),
            plural,
            uniques,
            indexes,
            List.of(),
            Optional.of("Former"),
            Optional.empty());
    return new EntityModel<>(
        spec,
        columns,
        _ -> {
          throw new IllegalStateException("These records are never read.");
        });
  }

  private static EntityModel<Task> task(ColumnSpec... specs) {
    return entity(Task.class, "tasks", List.of(), List.of(), specs);
  }

  private static SchemaImage.Table table(EntityModel<?> entity) {
    return SchemaImage.of(List.of(entity), List.of(PROJECT)).table("tasks").orElseThrow();
  }

  @Test
  void columnsKeepTheirOrderAndWhatFillsThem() {
    var table =
        table(
            task(
                id(),
                text("title").was("headline"),
                ColumnSpec.of("version", "version", ValueType.INT).as(Role.VERSION),
                ColumnSpec.of("createdAt", "created_at", ValueType.INSTANT).as(Role.CREATED),
                ColumnSpec.of("note", "note", ValueType.STRING).orNull()));

    assertThat(table.columns())
        .containsExactly(
            new Column("id", "id", Kind.UUID, false, Fill.UNKNOWN, Optional.empty()),
            new Column("title", "title", Kind.STRING, false, Fill.UNKNOWN, Optional.of("headline")),
            new Column("version", "version", Kind.INT, false, Fill.FIRST_VERSION, Optional.empty()),
            new Column("created_at", "createdAt", Kind.INSTANT, false, Fill.NOW, Optional.empty()),
            new Column("note", "note", Kind.STRING, true, Fill.UNKNOWN, Optional.empty()));
    assertThat(table.was()).contains("Former");
    assertThat(table.id()).isEqualTo("id");
  }

  @Test
  void constraintsThatSqlCanHoldBecomeChecks() {
    var table =
        table(
            task(
                id(),
                text("title")
                    .held(
                        new Constraint.NotBlank(),
                        new Constraint.Size(1, 200),
                        new Constraint.Matches(Pattern.compile("x")),
                        new Constraint.Email()),
                ColumnSpec.of("status", "status", ValueType.enumeration(Status.class)),
                ColumnSpec.of("count", "count", ValueType.INT)
                    .held(
                        new Constraint.AtLeast(BigDecimal.ZERO, true),
                        new Constraint.AtLeast(BigDecimal.ONE, false),
                        new Constraint.Size(1, 2))));

    assertThat(table.checks())
        .containsExactly(
            new Check("tasks_title_check_not_blank", "title", new Rule.NotBlank()),
            new Check("tasks_title_check_size", "title", new Rule.Size(1, 200)),
            new Check(
                "tasks_status_check_one_of", "status", new Rule.OneOf(List.of("OPEN", "DONE"))),
            new Check("tasks_count_check_min", "count", new Rule.Min(BigDecimal.ZERO, true)),
            new Check("tasks_count_check_min_2", "count", new Rule.Min(BigDecimal.ONE, false)));
  }

  @Test
  void referencesHaveAKeyAndAnIndexUnlessAnotherBeginsWithThem() {
    var reference = ColumnSpec.reference("project", "project_id", Project.class);
    var other = ColumnSpec.reference("other", "other_id", Project.class).orNull();
    var table =
        table(
            entity(
                Task.class,
                "tasks",
                List.of(List.of("project", "title")),
                List.of(List.of("-title")),
                id(),
                reference,
                other,
                text("title").distinct()));

    assertThat(table.foreignKeys())
        .containsExactly(
            new ForeignKey("tasks_project_id_fk", "project_id", "projects", "id"),
            new ForeignKey("tasks_other_id_fk", "other_id", "projects", "id"));
    assertThat(table.uniques())
        .containsExactly(
            new Unique("tasks_title_unique", List.of("title")),
            new Unique("tasks_project_id_title_unique", List.of("project_id", "title")));
    assertThat(table.indexes())
        .containsExactly(
            new Index(
                "tasks_title_index",
                List.of(new Index.Part("title", true), new Index.Part("id", true))),
            new Index(
                "tasks_other_id_index",
                List.of(new Index.Part("other_id", false), new Index.Part("id", false))));
  }

  @Test
  void longNamesAreCutAndStayApart() {
    String one = Names.check("a".repeat(40), "b".repeat(40), "size");
    String other = Names.check("a".repeat(40), "b".repeat(40), "min");

    assertThat(one).hasSize(63).startsWith("a".repeat(40) + "_").isNotEqualTo(other);
    assertThat(Names.fit("ü".repeat(40)))
        .satisfies(it -> assertThat(Names.bytes(it)).isLessThan(64));
    assertThat(Names.check("tasks", "title", "size")).isEqualTo("tasks_title_check_size");
  }

  @Test
  void saysEverythingThatCannotBeStoredAtOnce() {
    var broken =
        entity(
            Task.class,
            "ashlar_tasks",
            List.of(),
            List.of(List.of("missing")),
            id(),
            text("search").searched(),
            text("rank").searched(),
            text("x".repeat(64)),
            ColumnSpec.reference("project", "project_id", Project.class));

    assertThatThrownBy(() -> SchemaImage.of(List.of(broken)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("Task uses the table \"ashlar_tasks\"")
        .hasMessageContaining("Task.search uses the column \"search\"")
        .hasMessageContaining("Task.rank uses the column \"rank\"")
        .hasMessageContaining("longer than the 63 bytes")
        .hasMessageContaining("over \"missing\", which is none of its components")
        .hasMessageContaining("refers to " + Project.class.getName());
  }

  @Test
  void keysAreFoundByTheNameTheDatabaseTells() {
    var image = SchemaImage.of(List.of(task(id(), text("title").distinct())));

    assertThat(image.key("tasks_title_unique"))
        .contains(new Unique("tasks_title_unique", List.of("title")));
    assertThat(image.key("tasks_other_unique")).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertThatThrownBy(() -> SchemaImage.parse("{\"format\": 7, \"tables\": []}"))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("its \"format\" is 7, and this version of Ashlar reads 1");
    assertThatThrownBy(() -> SchemaImage.parse("{\"format\": 1, \"tables\": [{}]}"))
        .isInstanceOf(MigrationException.Malformed.class)
        .hasMessageContaining("it has null where a text called \"name\" should be");
  }
}
