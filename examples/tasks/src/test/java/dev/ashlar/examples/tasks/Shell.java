package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A shell that lines of a guide are pasted into.
final class Shell {
  private static final String END = "@@@@ ended with ";

  private Shell() {}

  /// What came of a line.
  ///
  /// @param status its exit status
  /// @param said what it printed, on both of its outputs
  record Line(int status, String said) {}

  /// Pastes lines into one shell, one after the other.
  static List<Line> paste(Map<String, String> environment, List<String> lines)
      throws IOException, InterruptedException {
    var script = new StringBuilder();
    for (String line : lines) {
      script.append(line).append("\nprintf '\\n%s%d\\n' '" + END + "' $?\n");
    }
    var builder = new ProcessBuilder("bash").redirectErrorStream(true);
    builder.environment().putAll(environment);
    var bash = builder.start();
    try (var input = bash.outputWriter(StandardCharsets.UTF_8)) {
      input.write(script.toString());
    }
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return lines(output);
  }

  private static List<Line> lines(String output) {
    var lines = new ArrayList<Line>();
    int start = 0;
    for (int end = output.indexOf(END); end >= 0; end = output.indexOf(END, start)) {
      int stop = output.indexOf('\n', end);
      int status = Integer.parseInt(output.substring(end + END.length(), stop));
      lines.add(new Line(status, output.substring(start, end).strip()));
      start = stop + 1;
    }
    return lines;
  }
}
