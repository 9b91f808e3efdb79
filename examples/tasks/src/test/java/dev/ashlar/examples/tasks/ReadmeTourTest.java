package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
          String answer = output.get(tour.indexOf(line));
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

  /// What each line printed.
  private static List<String> run(List<String> lines, String address)
      throws IOException, InterruptedException {
    var script = new StringBuilder();
    for (String line : lines) {
      script
          .append(line.replace("http://127.0.0.1:8080", address))
          .append("\nprintf '\\n@@@@\\n'\n");
    }
    var bash = new ProcessBuilder("bash").redirectErrorStream(true).start();
    try (var input = bash.outputWriter(StandardCharsets.UTF_8)) {
      input.write(script.toString());
    }
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return new ArrayList<>(List.of(output.split("\n@@@@\n", -1)));
  }

  private static long occurrences(List<String> output, String text) {
    return output.stream().filter(each -> each.contains(text)).count();
  }
}
