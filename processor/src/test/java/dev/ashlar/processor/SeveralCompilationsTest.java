package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.ViewModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Entities that come from elsewhere: a library, or another processor.
final class SeveralCompilationsTest {
  private static final String HEAD =
      """
      package %s;
      import dev.ashlar.model.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      """;

  private static final Compilation LIBRARY =
      Compilation.of(
          HEAD.formatted("lib")
              + """
              @Entity
              public record User(@Id UUID id, String name, @Nullable Address home) implements UserWith {}
              """,
          HEAD.formatted("lib")
              + """
              @Entity
              public record Key(@Id UUID id, @Inverse("keys") Ref<User> user) {}
              """,
          HEAD.formatted("lib") + "public record Address(String street) {}",
          HEAD.formatted("lib") + "@View(Key.class) public record KeyLine(UUID id) {}");

  private static String app(String type) {
    return HEAD.formatted("app") + "import lib.*;\n" + type;
  }

  @Test
  void recordsOfLibraryAreReferredToAndViewed() throws ReflectiveOperationException {
    var compilation =
        Compilation.after(
            LIBRARY,
            app(
                """
                @Entity
                public record Task(@Id UUID id, @Inverse("tasks") Ref<User> owner, Address place) {}
                """),
            app("@View(Task.class) public record TaskLine(UUID id, UserCard owner) {}"),
            app(
                """
                @View(User.class)
                public record UserCard(
                    String name, @Nullable Address home, List<KeyLine> keys, @Count("tasks") long tasks) {}
                """));
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generated()).doesNotContainKey("lib.AddressJson");
    var loader = compilation.load(LIBRARY);

    var models = new ArrayList<EntityModel<?>>();
    for (String list : List.of("lib.Models_", "app.Models_")) {
      for (Object model : (List<?>) loader.call(list, "all")) {
        models.add((EntityModel<?>) model);
      }
    }
    var model = Model.of(models);
    var card = (ViewModel<?>) loader.field("app.UserCard_", "MODEL");
    assertThat(model.relations(card.entity()))
        .extracting(Relation::name)
        .containsExactlyInAnyOrder("keys", "tasks");
    assertThat(card.selection().items()).hasSize(4);
  }

  @Test
  void inverseMustNotTakeTheNameOfWhatLibraryHas() {
    var compilation =
        Compilation.after(
            LIBRARY,
            app(
                """
                @Entity
                public record Task(@Id UUID id, @Inverse("keys") Ref<User> owner) {}
                """));

    assertThat(compilation.errors())
        .containsExactly(
            "Task.java:7: @Inverse on owner names the list \"keys\" of User, but User.keys has that"
                + " name already. Choose another.");
  }

  @Test
  void viewMustFitRecordOfLibrary() {
    var compilation =
        Compilation.after(LIBRARY, app("@View(User.class) public record Card(Address home) {}"));

    assertThat(compilation.errors())
        .containsExactly(
            "Card.java:6: home is never null here, but User.home may be. Write @Nullable before its"
                + " type.");
  }

  @Test
  void entitiesOfAnotherProcessorAreListed() throws ReflectiveOperationException {
    var compilation =
        Compilation.with(
            new MakesEntity(),
            app("@Entity public record Task(@Id UUID id) {}").replace("import lib.*;", ""));
    var loader = compilation.load();

    assertThat((List<?>) loader.call("app.Models_", "all"))
        .extracting(Object::toString)
        .containsExactly("Made", "Task");
  }
}
