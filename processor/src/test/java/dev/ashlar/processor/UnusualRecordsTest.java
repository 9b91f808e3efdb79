package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records that are unusual, and hold.
final class UnusualRecordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Nested, and referring to itself.
        "public final class Shop { private Shop() {} @Entity record Item(@Id UUID id, Ref<Item> next) {} }",
        // Named like what the generated code imports.
        "@Entity public record Column(@Id UUID id, Ref<Column> path, List<String> list) {}",
        "@Entity public record Path(@Id UUID id, @Inverse(\"many\") Ref<Path> relation) {}",
        "@Entity public record Row(@Id UUID row, String at, String parser, String value) {}",
        "@Entity public record Change(@Id UUID id, byte @Nullable [] property) implements ChangeWith {}",
        "@Entity public record Instant(@Id UUID id, java.time.@Nullable Instant at) {}",
        // Nothing that a client fills.
        "@Entity public record Mark(@Id UUID id) {}",
        // Deprecated, whole and in part.
        "@Deprecated @Entity public record Old(@Id UUID id, @Deprecated String name) {}",
        // With accessors, constructors and constants of its own.
        """
        @Entity
        public record Task(@Id UUID id, String title) {
          static final int LONGEST = 3;
          public Task {
            title = title.strip();
          }
          public String title() {
            return title;
          }
        }
        """,
        // Not visible outside its package.
        "@Entity record Hidden(@Id UUID id) {}",
        // With an enum of its own, as a component and in a list, where it may be null and not.
        """
        @Entity
        public record Outer(@Id UUID id, Kind kind, @Nullable Kind other, List<Kind> all)
            implements OuterWith {
          public enum Kind { ONE, TWO { } }
        }
        """,
        "@Entity record Outer(@Id UUID id, Outer.Kind kind, Outer.@Nullable Kind other) { enum Kind { ONE } }",
        // With the enum of another, named like what the generated code imports.
        """
        final class Holder {
          private Holder() {}
          enum Column { ID, ROW }
          @Entity record Held(@Id UUID id, Column column, Holder.@Nullable Column other) {}
        }
        """,
        // With an enum within what is kept as JSON, and within that once more.
        """
        @Entity
        public record Order(@Id UUID id, Place place, @Nullable Place other, List<Place> all)
            implements OrderWith {
          public record Place(Kind kind, @Nullable Kind other, List<Kind> all, @Nullable Deep deep) {
            public enum Kind { HOME, WORK }
            public record Deep(Place.@Nullable Kind outer, @Nullable Level level) {
              public enum Level { LOW }
            }
          }
        }
        """,
        // A codec in circles.
        "@Entity public record Tree(@Id UUID id, One one) { record One(@Nullable Two two) {} record Two(@Nullable One one) {} }",
      })
  void recordCompilesWithoutWarning(String record) {
    var compilation =
        Compilation.of(
            """
            package p;
            import dev.ashlar.model.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            %s
            """
                .formatted(record));

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generated()).containsKey("p.Models_");
  }
}
