package dev.ashlar.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

final class OnDatabaseTest {
  private static final List<URI> SEEN = new CopyOnWriteArrayList<>();

  @Test
  void runsOnWhatIsNamedAndDeletesItAfterwards() {
    var run = run(OnSqlite.class);

    run.testEvents().assertStatistics(events -> events.started(2).succeeded(2));
    run.containerEvents()
        .assertThatEvents()
        .haveExactly(1, event(container(), displayName("on SQLite"), finishedSuccessfully()));
    assertThat(SEEN).hasSize(2).containsOnly(SEEN.getFirst());
    assertThat(Path.of(SEEN.getFirst().getSchemeSpecificPart()).getParent())
        .satisfies(folder -> assertThat(Files.exists(folder)).isFalse());
  }

  @Test
  void reportsADatabaseThatCannotRunAsAnAssumption() {
    var run = run(OnNothing.class);

    run.testEvents().assertStatistics(events -> events.started(0));
    run.containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(),
                displayName("on PostgreSQL"),
                abortedWithReason(message("not run on PostgreSQL: no binaries for this planet"))));
  }

  private static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
  }

  @OnDatabase(DatabaseKind.SQLITE)
  static final class OnSqlite {
    @Test
    void one(TestDatabase database) {
      SEEN.add(database.url());
    }

    @Test
    void another(TestDatabase database) {
      SEEN.add(database.url());
    }
  }

  @ClassTemplate
  @ExtendWith(Unavailable.class)
  static final class OnNothing {
    @Test
    void test(TestDatabase database) {
      SEEN.add(database.url());
    }
  }

  private static final class Unavailable implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
        ExtensionContext context) {
      return Stream.of(
          new DatabaseExtension.Run(DatabaseKind.POSTGRESQL, OnDatabaseTest::unavailable));
    }
  }

  private static TestDatabase unavailable(DatabaseKind kind) {
    throw new DatabaseUnavailableException(
        "no binaries for this planet", new IllegalStateException(kind.toString()));
  }
}
