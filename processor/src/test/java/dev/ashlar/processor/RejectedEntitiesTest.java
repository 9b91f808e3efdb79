package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What an entity may not be as a whole, each with the whole message.
final class RejectedEntitiesTest {
  private static final String HEAD =
      """
      package p;
      import dev.ashlar.model.*;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      """;

  private static Compilation compile(String... types) {
    var sources = new String[types.length];
    for (int i = 0; i < types.length; i++) {
      sources[i] = HEAD + types[i];
    }
    return Compilation.of(sources);
  }

  @Test
  void allFaultsAreReportedTogether() {
    var compilation =
        compile(
            "@Entity public class Task {}",
            """
            @Entity
            public record Project(
                String limit,
                @Searchable int size) implements ProjectWith {}
            """);

    assertThat(compilation.errors())
        .containsExactlyInAnyOrder(
            "Task.java:6: Task is marked @Entity, but it is not a record. Write `record"
                + " Task(...)`.",
            "Project.java:7: Project has no @Id. Its components are limit, size: mark one of type"
                + " UUID, as in `@Id UUID id`.",
            "Project.java:8: limit is the name of a parameter or of what answers add: after,"
                + " before, first, include, last, limit, order, redacted, search, select, where are"
                + " reserved. Rename the component.",
            "Project.java:9: @Searchable on size is for text, but size is int. Remove it, or make"
                + " the component a String.");
  }

  @Test
  void twoIds() {
    assertThat(compile("@Entity public record Task(@Id UUID id, @Id UUID key) {}").errors())
        .containsExactly("Task.java:6: Task has 2 components marked @Id: id, key. Keep one.");
  }

  @Test
  void twoVersions() {
    assertThat(
            compile("@Entity public record Task(@Id UUID id, @Version int a, @Version int b) {}")
                .errors())
        .containsExactly("Task.java:6: Task has 2 components marked @Version: a, b. Keep one.");
  }

  @Test
  void idThatIsNoUuid() {
    assertThat(compile("@Entity public record Task(@Id String id) {}").errors())
        .containsExactly(
            "Task.java:6: @Id on id needs a UUID that is never null, but id is String. Write `@Id"
                + " UUID id`.");
  }

  @Test
  void nullableId() {
    assertThat(compile("@Entity public record Task(@Id @Nullable UUID id) {}").errors())
        .containsExactly(
            "Task.java:6: @Id on id needs a UUID that is never null, but id is @Nullable UUID."
                + " Write `@Id UUID id`.");
  }

  @Test
  void deletionThatIsNeverNull() {
    var compilation =
        compile("@Entity record Task(@Id UUID id, Instant deletedAt) implements SoftDeletable {}");

    assertThat(compilation.errors())
        .containsExactly(
            "Task.java:6: deletedAt is null while a row lives, but it is not @Nullable. Write"
                + " `@Nullable Instant deletedAt`.");
  }

  @Test
  void genericRecord() {
    assertThat(compile("@Entity public record Task<T>(@Id UUID id) {}").errors())
        .containsExactly(
            "Task.java:6: Task is generic, but a table has one shape. Remove the type parameters"
                + " T.");
  }

  @Test
  void privateRecord() {
    var compilation =
        compile(
            """
            public final class Shop {
              private Shop() {}
              @Entity private record Task(@Id UUID id) {}
            }
            """);

    assertThat(compilation.errors())
        .containsExactly(
            "Shop.java:8: Task is private, so generated code cannot reach Task. Remove"
                + " `private`.");
  }

  @Test
  void recordInNoPackage() {
    var compilation =
        Compilation.of(
            """
            @dev.ashlar.model.Entity
            public record Task(@dev.ashlar.model.Id java.util.UUID id) {}
            """);

    assertThat(compilation.errors())
        .containsExactly("Task.java:2: Task is in no package. Put it into one.");
  }

  @Test
  void pluralThatIsNoName() {
    assertThat(compile("@Entity(plural = \"To Do\") record Task(@Id UUID id) {}").errors())
        .containsExactly(
            "Task.java:6: The plural of Task is \"To Do\", which is no name for a table and a URL."
                + " Use small letters, digits and underscores, beginning with a letter:"
                + " @Entity(plural = \"tasks\").");
  }

  @Test
  void pluralThatIsTooLong() {
    String plural = "t".repeat(64);

    assertThat(
            compile("@Entity(plural = \"%s\") record Task(@Id UUID id) {}".formatted(plural))
                .errors())
        .containsExactly(
            "Task.java:6: The table of Task would be called \"%s\", which has 64 characters;"
                    .formatted(plural)
                + " databases take 63. Shorten it with @Entity(plural = …).");
  }

  @Test
  void twoEntitiesOfOneTable() {
    var compilation =
        compile(
            "@Entity public record Task(@Id UUID id) {}",
            "@Entity(plural = \"tasks\") public record Work(@Id UUID id) {}");

    assertThat(compilation.errors())
        .containsExactly(
            "Work.java:6: Task and Work both use the table \"tasks\". Set @Entity(plural = …) on"
                + " one of them.");
  }

  @Test
  void indexOfUnknownComponent() {
    var compilation =
        compile("@Entity @Index({\"titel\", \"-id\"}) record Task(@Id UUID id, String title) {}");

    assertThat(compilation.errors())
        .containsExactly(
            "Task.java:6: @Index names \"titel\", which is no component of Task. Its components are"
                + " id, title.");
  }

  @Test
  void uniqueOfJson() {
    var compilation =
        compile("@Entity @Unique(\"tags\") record Task(@Id UUID id, List<String> tags) {}");

    assertThat(compilation.errors())
        .containsExactly(
            "Task.java:6: @Unique names tags, but a List<String> is stored as JSON and cannot be"
                + " compared. Leave it out.");
  }

  @Test
  void indexOfNothing() {
    assertThat(compile("@Entity @Index record Task(@Id UUID id) {}").errors())
        .containsExactly(
            "Task.java:6: @Index on Task names no components. Name them, as in @Index({\"project\","
                + " \"title\"}), or put it on a component.");
  }

  @Test
  void uniqueOfOneComponentTwice() {
    assertThat(compile("@Entity @Unique({\"id\", \"id\"}) record Task(@Id UUID id) {}").errors())
        .containsExactly("Task.java:6: @Unique names a component twice: id, id. Name each once.");
  }

  @Test
  void formerNameOfRecordIsItsName() {
    assertThat(compile("@Entity @Was(\"Task\") record Task(@Id UUID id) {}").errors())
        .containsExactly(
            "Task.java:6: @Was on Task gives its present name. Write the name it had before, or"
                + " remove @Was.");
  }

  @Test
  void twoInversesOfOneName() {
    var compilation =
        compile(
            "@Entity public record Project(@Id UUID id) {}",
            """
            @Entity
            public record Task(@Id UUID id,
                @Inverse("tasks") Ref<Project> project,
                @Inverse("tasks") Ref<Project> second) {}
            """);

    assertThat(compilation.errors())
        .containsExactly(
            "Task.java:8: @Inverse on project names the list \"tasks\" of Project, but Task.second"
                + " has that name already. Choose another.",
            "Task.java:9: @Inverse on second names the list \"tasks\" of Project, but Task.project"
                + " has that name already. Choose another.");
  }

  @Test
  void generatedNameThatIsTaken() {
    var compilation =
        compile(
            "@Entity public record Task(@Id UUID id) {}", "public record TaskCreate(UUID id) {}");

    assertThat(compilation.errors())
        .containsExactly(
            "Task.java:6: p.TaskCreate is generated from Task, but your sources have a type of that"
                + " name. Rename yours.");
  }

  @Test
  void nestedRecordsOfOneName() {
    var compilation =
        compile(
            "public interface Shop { @Entity record Item(@Id UUID id) {} }",
            "public interface Store { @Entity(plural = \"things\") record Item(@Id UUID id) {} }");

    assertThat(compilation.errors())
        .contains(
            "Store.java:6: p.Shop.Item and p.Store.Item would both have the generated type Item_."
                + " Rename one of them.");
  }
}
