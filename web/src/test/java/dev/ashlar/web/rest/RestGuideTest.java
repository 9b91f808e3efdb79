package dev.ashlar.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The requests that docs/rest.md begins with.
@OnEveryDatabase
final class RestGuideTest {
  @Test
  void answersTheRequestsOfTheGuide(TestDatabase where) throws IOException {
    try (var world = new RestWorld(where)) {
      var keys = Fixture.fill(world);
      var requests = requests();

      assertThat(requests).hasSize(5);
      for (String line : requests) {
        int body = line.startsWith("POST ") ? line.indexOf(' ', 5) : line.length();
        String request = line.substring(0, body);
        boolean posts = body < line.length();
        Step.of("lead", request, posts ? 201 : 200)
            .sending(line.substring(body).strip())
            .journalling(posts ? 1 : 0)
            .run(world, keys);
      }
    }
  }

  private static List<String> requests() throws IOException {
    Path guide = Path.of("docs/rest.md").toAbsolutePath();
    // Maven runs a module's tests in its folder.
    if (!Files.exists(guide)) {
      guide = Path.of("../docs/rest.md").toAbsolutePath();
    }
    var lines = Files.readAllLines(guide);
    int start = lines.indexOf("```http") + 1;
    return lines.subList(start, start + lines.subList(start, lines.size()).indexOf("```"));
  }
}
