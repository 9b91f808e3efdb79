package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a component may not be, each with the whole message.
final class RejectedComponentsTest {
  private static final String PROJECT =
      """
      package p;
      import dev.ashlar.model.*;
      import java.util.*;
      @Entity
      public record Project(@Id UUID id, String name) {}
      """;

  private static final String PLAIN =
      """
      package p;
      public record Plain(String name) {}
      """;

  @ParameterizedTest
  @MethodSource({"types", "names", "annotations", "nullness"})
  void componentIsRejected(String component, String message) {
    var compilation = Compilation.of(task(component), PROJECT, PLAIN);

    assertThat(compilation.errors()).containsExactly("Task.java:10: " + message);
  }

  private static String task(String component) {
    return """
        package p;
        import dev.ashlar.model.*;
        import jakarta.validation.constraints.*;
        import java.time.*;
        import java.util.*;
        import org.jspecify.annotations.Nullable;
        @Entity
        public record Task(
            @Id UUID id,
            %s) implements TaskWith {}
        """
        .formatted(component);
  }

  private static Arguments rejected(String component, String message) {
    return Arguments.of(component, message);
  }

  static Stream<Arguments> types() {
    String supported =
        "Use UUID, String, boolean, a number, an enum, a java.time type, byte[], a Ref, a record,"
            + " or a List of those.";
    String lists =
        "A record cannot tell rows that are not loaded from no rows: hold a Ref on the other entity"
            + " and name the list there with @Inverse.";
    return Stream.of(
        rejected(
            "Map<String, String> tags",
            "tags has the type Map<String, String>, which cannot be a column. Write a nested"
                + " record, or an entity for the entries."),
        rejected(
            "String[] tags",
            "tags has the type String[], which cannot be a column. Use a List, or byte[]."),
        rejected(
            "Set<String> tags",
            "tags has the type Set<String>, which cannot be a column. Write a List, which keeps its"
                + " order."),
        rejected(
            "List<Project> projects",
            "projects has the type List<Project>, which cannot be a column. " + lists),
        rejected(
            "Set<Project> projects",
            "projects has the type Set<Project>, which cannot be a column. " + lists),
        rejected(
            "List<Ref<Project>> projects",
            "projects has the type List<Ref<Project>>, which cannot be a column. " + lists),
        rejected(
            "Project project",
            "project has the type Project, which cannot be a column. Write Ref<Project> to refer to"
                + " the entity."),
        rejected(
            "Optional<String> note",
            "note has the type Optional<String>, which cannot be a column. Write the type itself,"
                + " and @Nullable before it."),
        rejected(
            "Object thing", "thing has the type Object, which cannot be a column. " + supported),
        rejected(
            "ZonedDateTime at",
            "at has the type ZonedDateTime, which cannot be a column. " + supported),
        rejected("char letter", "letter has the type char, which cannot be a column. " + supported),
        rejected(
            "Ref<Plain> plain",
            "plain refers to Plain, which is not an entity. Mark Plain with @Entity, or store it as"
                + " a component of its own."),
        rejected(
            "@SuppressWarnings(\"rawtypes\") Ref project",
            "project is a Ref that does not say of which entity. Write Ref<Project>, with an"
                + " @Entity record."),
        rejected(
            "Ref<?> project",
            "project is a Ref that does not say of which entity. Write Ref<Project>, with an"
                + " @Entity record."),
        rejected(
            "@SuppressWarnings(\"rawtypes\") List tags",
            "tags has the type List, which cannot be a column. Say what the list holds, as in"
                + " List<String>."));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        rejected(
            "int limit",
            "limit is the name of a parameter or of what answers add: after, before, first, include,"
                + " last, limit, order, redacted, search, select, where are reserved. Rename the"
                + " component."),
        rejected(
            "String redacted",
            "redacted is the name of a parameter or of what answers add: after, before, first,"
                + " include, last, limit, order, redacted, search, select, where are reserved."
                + " Rename the component."),
        rejected(
            "Ref<Project> order",
            "order is the name of a parameter or of what answers add: after, before, first, include,"
                + " last, limit, order, redacted, search, select, where are reserved. Rename the"
                + " component."),
        rejected(
            "Ref<Project> project, UUID projectId",
            "project and projectId are both called \"projectId\" on the wire: the Ref takes"
                + " \"project\" and \"projectId\". Rename one of them."),
        rejected(
            "String homeUrl, String homeURL",
            "homeUrl and homeURL would both be the column \"home_url\". Rename one of them."),
        rejected(
            "String home_url",
            "home_url is no name for a property. Use letters A to Z and digits, beginning with a"
                + " small letter."),
        rejected(
            "String größe",
            "größe is no name for a property. Use letters A to Z and digits, beginning with a small"
                + " letter."),
        rejected(
            "String theVeryLongNameOfAComponentThatNoDatabaseWouldTakeInFullBecauseOfItsLength",
            "theVeryLongNameOfAComponentThatNoDatabaseWouldTakeInFullBecauseOfItsLength would be"
                + " called \"the_very_long_name_of_a_component_that_no_database_would_take_in_full"
                + "_because_of_its_length\", which has 91 characters; databases take 63. Shorten it"
                + " with a shorter component name."));
  }

  static Stream<Arguments> annotations() {
    return Stream.of(
        rejected(
            "@Version long version",
            "@Version on version counts in an int, but version is long. Write `@Version int"
                + " version`."),
        rejected(
            "@Inverse(\"tasks\") String project",
            "@Inverse on project names the list on the other side of a Ref, but project is String."
                + " Remove it, or refer to an entity with Ref."),
        rejected(
            "@Inverse(\"name\") Ref<Project> project",
            "@Inverse on project names the list \"name\" of Project, but Project.name has that name"
                + " already. Choose another."),
        rejected(
            "@Inverse(\"my tasks\") Ref<Project> project",
            "@Inverse on project says \"my tasks\", which is no name for a relation. Use letters A"
                + " to Z and digits, beginning with a small letter."),
        rejected(
            "@Searchable int priority",
            "@Searchable on priority is for text, but priority is int. Remove it, or make the"
                + " component a String."),
        rejected(
            "@Unique(\"title\") String title",
            "@Unique on the component title names components: title. Put it on the record, or write"
                + " @Unique alone."),
        rejected(
            "@Was(\"title\") String title",
            "@Was on title gives its present name. Write the name it had before, or remove @Was."),
        rejected(
            "@Was(\"id\") String title",
            "@Was on title says that it was id, but Task still has a component of that name. Remove"
                + " one of them."),
        rejected(
            "@Take(3) List<String> tags",
            "@Take on tags is for views, but Task is an entity. Move it to a @View record."),
        rejected(
            "@Count(\"comments\") long total",
            "@Count on total is for views, but Task is an entity. Move it to a @View record."));
  }

  static Stream<Arguments> nullness() {
    return Stream.of(
        rejected(
            "@Nullable int priority",
            "priority is @Nullable, but int is never null. Write @Nullable Integer, or remove"
                + " @Nullable."),
        rejected(
            "@Nullable byte[] picture",
            "picture says that its bytes may be null, not the array. Write `byte @Nullable []"
                + " picture`."),
        rejected(
            "@NotNull @Nullable String title",
            "title is both @NotNull and @Nullable. Keep one of them."),
        rejected(
            "List<@Nullable String> tags",
            "tags is a list whose elements may be null. Remove @Nullable before String."));
  }
}
