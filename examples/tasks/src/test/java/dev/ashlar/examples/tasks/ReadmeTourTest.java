package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pastes the README's tour into a shell, line by line, and compares the statuses it promises.
final class ReadmeTourTest {
  private static final Pattern PROMISE = Pattern.compile("(.*\\S)\\s+# (\\d{3})");
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

  @Test
  void holdsWhatItPromises(@TempDir Path folder) throws Exception {
    var tour = tour();
    try (var application = RunningApplication.start(URI.create("sqlite:demo"), folder)) {
      var output = run(tour, application.address());
      for (String line : tour) {
        var promise = PROMISE.matcher(line);
        if (promise.matches()) {
          String answer = output.get(tour.indexOf(line)).said();
          var status = STATUS.matcher(answer);
          assertThat(status.find()).as("an answer to %s, found %s", line, answer).isTrue();
          assertThat(status.group(1))
              .as("%s answered %s", line, answer)
              .isEqualTo(promise.group(2));
        }
      }
      assertThat(occurrences(output, "Lay the first stone"))
          .as("the created task is seen")
          .isPositive();
    }
  }

  @Test
  void makesOneTaskOfOneKey(@TempDir Path folder) throws Exception {
    try (var application = RunningApplication.start(URI.create("sqlite:demo"), folder)) {
      run(tour(), application.address());
      var found =
          application.as(
              "admin",
              "GET",
              "/api/tasks?title=Lay%20the%20first%20stone",
              "",
              "Prefer",
              "count=exact");
      // The tour deletes the one it made.
      assertThat(found.body()).contains("\"total\":0");
    }
  }

  private static List<String> tour() throws IOException {
    String readme = Files.readString(Checkout.root().resolve("README.md"));
    int start = readme.indexOf("```sh\n") + "```sh\n".length();
    return readme
        .substring(start, readme.indexOf("```", start))
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static List<Shell.Line> run(List<String> lines, String address)
      throws IOException, InterruptedException {
    return Shell.paste(
        Map.of(),
        lines.stream().map(line -> line.replace("http://127.0.0.1:8080", address)).toList());
  }

  private static long occurrences(List<Shell.Line> output, String text) {
    return output.stream().filter(each -> each.said().contains(text)).count();
  }
}
