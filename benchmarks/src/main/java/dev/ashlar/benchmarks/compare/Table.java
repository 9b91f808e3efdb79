package dev.ashlar.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lines of cells under a head.
record Table(List<String> head, List<List<String>> lines) {

  Table {
    head = List.copyOf(head);
    lines = List.copyOf(lines);
  }

  /// Columns of equal width, of which the first ones are aligned to the left.
  String text(int left) {
    List<List<String>> all = new ArrayList<>(lines);
    all.addFirst(head);
    StringBuilder text = new StringBuilder();
    for (List<String> line : all) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        String alignment = i < left ? "-" : "";
        row.append(
            String.format(Locale.ROOT, "%" + alignment + width(all, i) + "s  ", line.get(i)));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> all, int column) {
    return all.stream().mapToInt(line -> line.get(column).length()).max().orElseThrow();
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    piped(text, head);
    text.append("|---".repeat(head.size())).append("|\n");
    lines.forEach(line -> piped(text, line));
    return text.toString();
  }

  private static void piped(StringBuilder text, List<String> line) {
    text.append("| ").append(String.join(" | ", line)).append(" |\n");
  }
}
