package dev.ashlar.cli;

import dev.ashlar.runtime.spi.Output;
import java.io.PrintStream;
import java.util.List;

/// Answers for people: lines, and tables whose columns line up.
final class TextOutput implements Output {
  private static final String GAP = "  ";

  private final PrintStream out;

  TextOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public void say(String line) {
    out.println(line);
  }

  @Override
  public void table(List<String> names, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var widths = names.stream().mapToInt(String::length).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    out.println(line(names, widths));
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private static String line(List<String> values, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String value = values.get(i);
      line.append(value).append(" ".repeat(widths[i] - value.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
