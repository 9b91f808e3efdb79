package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a view may not be, each with the whole message.
final class RejectedViewsTest {
  private static final String HEAD =
      """
      package p;
      import dev.ashlar.model.*;
      import java.math.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      """;

  private static final String PROJECT =
      HEAD + "@Entity public record Project(@Id UUID id, String name) {}";

  private static final String TASK =
      HEAD
          + """
          @Entity
          public record Task(
              @Id UUID id, String title, @Nullable BigDecimal estimate,
              @Inverse("tasks") Ref<Project> project, @Nullable Ref<Project> second) {}
          """;

  private static final String COMMENT =
      HEAD
          + """
          @Entity
          public record Comment(@Id UUID id, @Inverse("comments") Ref<Task> task, String body) {}
          """;

  private static final String PROJECT_LINE =
      HEAD + "@View(Project.class) public record ProjectLine(String name) {}";

  private static final String COMMENT_LINE =
      HEAD + "@View(Comment.class) public record CommentLine(String body) {}";

  private static Compilation compile(String... views) {
    return Compilation.of(
        Stream.concat(
                Stream.of(PROJECT, TASK, COMMENT, PROJECT_LINE, COMMENT_LINE),
                Stream.of(views).map(view -> HEAD + view))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource
  void componentIsRejected(String component, String message) {
    var compilation =
        compile(
            "@View(Task.class)\npublic record TaskCard(UUID id,\n    %s) {}".formatted(component));

    assertThat(compilation.errors()).containsExactly("TaskCard.java:8: " + message);
  }

  static Stream<Arguments> componentIsRejected() {
    return Stream.of(
        Arguments.of(
            "String titel",
            "titel is no component of Task. Its components are id, title, estimate, project,"
                + " second; its lists are read as List<AView> or counted by @Count."),
        Arguments.of("int title", "title is int here, but String in Task. Write the same type."),
        Arguments.of(
            "Visible<UUID> title", "title is UUID here, but String in Task. Write the same type."),
        Arguments.of(
            "BigDecimal estimate",
            "estimate is never null here, but Task.estimate may be. Write @Nullable before its"
                + " type."),
        Arguments.of(
            "ProjectLine second",
            "second is never null here, but Task.second may be. Write @Nullable ProjectLine"
                + " second."),
        Arguments.of(
            "CommentLine project",
            "project reads rows of Project, but CommentLine is a view of Comment. Use a view of"
                + " Project."),
        Arguments.of(
            "ProjectLine owner",
            "owner reads a row, but Task has no Ref of that name. Its Refs are project, second."),
        Arguments.of(
            "List<ProjectLine> comments",
            "comments reads rows of Comment, but ProjectLine is a view of Project. Use a view of"
                + " Comment."),
        Arguments.of(
            "List<CommentLine> remarks",
            "remarks reads \"remarks\", which is no list of Task. Its lists are comments; @Inverse"
                + " on a Ref makes one."),
        Arguments.of(
            "@Take(0) List<CommentLine> comments", "@Take on comments is 0. Write 1 or more."),
        Arguments.of(
            "@Take(3) String title",
            "@Take on title is for a list of views, but title is String. Remove @Take."),
        Arguments.of(
            "@Take(value = 3, order = \"-age\") List<CommentLine> comments",
            "@Take on comments orders by \"age\", which is no component of Comment. Its components"
                + " are id, task, body."),
        Arguments.of(
            "@Count(\"remarks\") long total",
            "@Count on total names \"remarks\", which is no list of Task. Its lists are comments;"
                + " @Inverse on a Ref makes one."),
        Arguments.of(
            "@Count(\"comments\") int total",
            "@Count on total fills a long, but total is int. Write `long total`."),
        Arguments.of(
            "@Unique String title",
            "@Unique on title is for entities, but this is a view. Remove it."));
  }

  @Test
  void viewOfSomethingElse() {
    assertThat(compile("@View(CommentLine.class) public record Card(String body) {}").errors())
        .containsExactly(
            "Card.java:6: Card is a view of CommentLine, which is not an entity. Mark CommentLine"
                + " with @Entity, or name another record.");
  }

  @Test
  void viewThatIsNoRecord() {
    assertThat(compile("@View(Task.class) public interface Card {}").errors())
        .containsExactly(
            "Card.java:6: Card is marked @View, but it is not a record. Write `record Card(...)`.");
  }

  @Test
  void viewsThatHoldEachOther() {
    var compilation =
        compile(
            "@View(Task.class) public record Card(Group project) {}",
            "@View(Project.class) public record Group(List<Card> tasks) {}");

    assertThat(compilation.errors())
        .containsExactly(
            "Card.java:6: Card holds itself: Card → Group → Card. Reading it would never end: use a"
                + " view without the way back.",
            "Group.java:6: Group holds itself: Group → Card → Group. Reading it would never end:"
                + " use a view without the way back.");
  }
}
