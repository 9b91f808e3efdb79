package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the guide shows, compiled.
final class GuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "model.md");
  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern ERRORS = Pattern.compile("(?s)```text\n(.*?)```");

  private static final String HEAD =
      """
      package guide;
      import dev.ashlar.model.*;
      import dev.ashlar.model.query.Expr;
      import jakarta.validation.constraints.*;
      import java.math.*;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      """;

  @Test
  void codeOfTheGuideCompiles() throws IOException {
    String[] sources =
        CODE.matcher(Files.readString(GUIDE))
            .results()
            .map(match -> HEAD + match.group(1))
            .toArray(String[]::new);

    assertThat(sources).hasSize(6);
    assertThat(Compilation.of(sources).errors()).isEmpty();
  }

  @Test
  void errorsOfTheGuideAreReported() throws IOException {
    var compilation =
        Compilation.of(
            """
            package guide;
            import dev.ashlar.model.*;
            import jakarta.validation.constraints.*;
            import java.util.*;

            @Entity
            public record Task(
                @Id UUID id,
                Map<String, String> tags,
                @Min(1) String title,
                int limit) {}
            """);
    String shown =
        ERRORS
            .matcher(Files.readString(GUIDE))
            .results()
            .map(match -> match.group(1))
            .findFirst()
            .orElseThrow();

    assertThat(compilation.errors()).containsExactlyInAnyOrderElementsOf(shown.lines().toList());
  }
}
