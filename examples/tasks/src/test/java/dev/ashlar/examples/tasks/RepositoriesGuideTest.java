package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What docs/repositories.md begins with is the example, which [UrgentTasksTest] runs.
final class RepositoriesGuideTest {
  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");

  @Test
  void showsTheExample() throws IOException {
    var shown =
        CODE.matcher(Files.readString(Checkout.root().resolve("docs/repositories.md")))
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(shown.subList(0, 2))
        .isEqualTo(List.of(code("Backlog", "@Singleton"), code("UrgentTasks", "@Factory")));
  }

  /// A class without what stands before it.
  private static String code(String name, String start) throws IOException {
    String source =
        Files.readString(
            Checkout.root()
                .resolve(Path.of("examples/tasks/src/main/java/dev/ashlar/examples/tasks"))
                .resolve(name + ".java"));
    return "```java\n" + source.substring(source.indexOf("\n" + start) + 1) + "```";
  }
}
