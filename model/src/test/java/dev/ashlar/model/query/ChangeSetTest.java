package dev.ashlar.model.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.model.Change;
import dev.ashlar.model.Ref;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangeSetTest {
  private record Task(UUID id, String title, @Nullable Ref<Task> parent) {}

  private static final UUID ID = new UUID(1, 2);
  private static final Column<Task, UUID> KEY =
      new Column<>(Task.class, ColumnSpec.of("id", "id", ValueType.UUID).as(Role.ID), Task::id);
  private static final TextColumn<Task> TITLE =
      new TextColumn<>(Task.class, ColumnSpec.of("title", "title", ValueType.STRING), Task::title);
  private static final RefColumn<Task, Task> PARENT =
      new RefColumn<>(
          Task.class,
          ColumnSpec.reference("parent", "parent_id", Task.class).orNull(),
          Task::parent);
  private static final EntityModel<Task> TASK =
      new EntityModel<>(
          new EntityModel.Spec<>(
              Task.class,
              "Task",
              "tasks",
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty()),
          List.of(KEY, TITLE, PARENT),
          row -> new Task(row.uuid(0), row.string(1), row.isNull(2) ? null : Ref.of(row.uuid(2))));

  private static List<String> said(ChangeSet changes) {
    var said = new ArrayList<String>();
    changes.forEach((column, value) -> said.add(column.property() + "=" + value));
    return said;
  }

  @Test
  void recordSaysEverything() {
    var changes = ChangeSet.of(TASK, new Task(ID, "one", Ref.of(ID)));

    assertThat(said(changes)).containsExactly("id=" + ID, "title=one", "parentId=" + ID);
  }

  @Test
  void builderSaysWhatItIsTold() {
    var changes =
        ChangeSet.builder(TASK)
            .change(TITLE, Change.absent())
            .change(PARENT, Change.to(null))
            .set(KEY, ID)
            .build();

    assertThat(said(changes)).containsExactly("id=" + ID, "parentId=null");
    assertThat(changes.has(TITLE)).isFalse();
    assertThat(changes.empty()).isFalse();
  }

  @Test
  void builtChangesStayAsTheyAre() {
    var builder = ChangeSet.builder(TASK);
    var before = builder.build();

    builder.set(TITLE, "later");

    assertThat(before.empty()).isTrue();
  }

  @Test
  void changingGivesAnother() {
    var none = ChangeSet.of(TASK);
    var some = none.with(TITLE, "one");

    assertThat(none.empty()).isTrue();
    assertThat(some.stored(TITLE)).isEqualTo("one");
    assertThat(some.without(TITLE).empty()).isTrue();
  }

  @Test
  void columnsOfOthersAreRefused() {
    var other =
        new TextColumn<>(
            Task.class, ColumnSpec.of("other", "other", ValueType.STRING), Task::title);

    assertThatThrownBy(() -> ChangeSet.of(TASK).with(other, "one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Task.other is not a column of Task; its columns are [Task.id, Task.title,"
                + " Task.parent].");
  }
}
