package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.inject.BeanScope;
import io.avaje.inject.generator.InjectProcessor;
import io.avaje.inject.spi.AvajeModule;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Beans that ask for repositories, compiled with the container's processor beside ours.
final class BeansTest {
  /// What is generated refers to the runtime by name; these stand in for it.
  private static final Compilation RUNTIME =
      Compilation.of(
          """
          package dev.ashlar.runtime;
          import dev.ashlar.model.query.EntityModel;
          public final class Repositories {
            public <T> Repository<T> of(EntityModel<T> entity) {
              return new Repository<>(entity);
            }
            public Transactions transactions() {
              return new Transactions();
            }
          }
          """,
          """
          package dev.ashlar.runtime;
          import dev.ashlar.model.query.EntityModel;
          public class ReadOnlyRepository<T> {
            public final EntityModel<T> entity;
            ReadOnlyRepository(EntityModel<T> entity) {
              this.entity = entity;
            }
          }
          """,
          """
          package dev.ashlar.runtime;
          import dev.ashlar.model.query.EntityModel;
          public final class Repository<T> extends ReadOnlyRepository<T> {
            Repository(EntityModel<T> entity) {
              super(entity);
            }
          }
          """,
          """
          package dev.ashlar.runtime;
          public final class Transactions {}
          """);

  private static final String HEAD =
      """
      package app;
      import dev.ashlar.model.*;
      import dev.ashlar.runtime.*;
      import jakarta.inject.Singleton;
      import java.util.*;
      """;
  private static final String TASK =
      HEAD + "@Entity public record Task(@Id UUID id, String title) {}";
  private static final String BACKLOG =
      HEAD
          + """
          @Singleton
          public final class Backlog {
            public final String rows;

            Backlog(Repository<Task> all, ReadOnlyRepository<Task> seen, Transactions transactions) {
              rows = all.entity + " " + seen.entity + " " + (transactions != null);
            }
          }
          """;

  @TempDir private Path resources;

  @Test
  void repositoriesAreInjected() throws ReflectiveOperationException {
    var compilation = compile(TASK, BACKLOG);

    assertThat(rows(compilation, "app.Backlog")).isEqualTo("Task Task true");
  }

  @Test
  void repositoriesOfAnotherProcessorsEntitiesAreInjected() throws ReflectiveOperationException {
    var others = List.<Processor>of(new MakesEntity(), new InjectProcessor());
    var compilation =
        Compilation.after(
            RUNTIME,
            others,
            resources,
            TASK,
            BACKLOG,
            HEAD
                + """
                @Singleton
                public final class Makings {
                  public final String rows;

                  // The container reads the names of types that are not made yet as they are written.
                  Makings(Repository<app.Made> made, ReadOnlyRepository<app.Made> seen) {
                    rows = made.entity + " " + seen.entity;
                  }
                }
                """);

    assertThat(rows(compilation, "app.Makings")).isEqualTo("Made Made");
  }

  @Test
  void repositoryOfWhatIsNoEntityIsMissed() {
    var compilation =
        compile(
            TASK,
            HEAD + "public record Draft(UUID id) {}",
            HEAD
                + """
                @Singleton
                public final class Drafts {
                  public final Repository<Draft> rows;

                  Drafts(Repository<Draft> rows) {
                    this.rows = rows;
                  }
                }
                """);

    assertThat(compilation.errors())
        .anySatisfy(
            error ->
                assertThat(error)
                    .contains("No dependency provided for dev.ashlar.runtime.Repository<app.Draft>")
                    .contains("app.Drafts"));
  }

  private Compilation compile(String... sources) {
    return Compilation.after(RUNTIME, List.of(new InjectProcessor()), resources, sources);
  }

  /// Puts the beans together, and asks one what it was given.
  @SuppressWarnings({"unchecked", "rawtypes"}) // The classes are known by their names alone.
  private static Object rows(Compilation compilation, String bean)
      throws ReflectiveOperationException {
    var loader = compilation.load(RUNTIME);
    var module = loader.loadClass("app.AppModule").getConstructor().newInstance();
    Class repositories = loader.loadClass("dev.ashlar.runtime.Repositories");
    try (var beans =
        BeanScope.builder()
            .shutdownHook(false)
            .modules((AvajeModule) module)
            .bean(repositories, repositories.getConstructor().newInstance())
            .build()) {
      Class<?> type = loader.loadClass(bean);
      return type.getField("rows").get(beans.get(type));
    }
  }
}
