package dev.ashlar.processor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pieces of Java source.
final class Code {
  private Code() {}

  /// A string literal; anything but printable ASCII is escaped.
  static String literal(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c > '~') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /// `List.of("a", "b")`.
  static String list(Collection<String> texts) {
    return texts.stream().map(Code::literal).collect(Collectors.joining(", ", "«List».of(", ")"));
  }

  /// `List.of(List.of("a"), List.of("b", "c"))`.
  static String lists(List<List<String>> all) {
    return all.stream().map(Code::list).collect(Collectors.joining(", ", "«List».of(", ")"));
  }

  /// `Optional.of("a")`, or `Optional.empty()`.
  static String optional(Optional<String> text) {
    return text.map(it -> "«Optional».of(" + literal(it) + ")").orElse("«Optional».empty()");
  }

  /// A type in a template as it is written in sources, without packages.
  static String plain(String template) {
    return template.replaceAll("«(?:[^»]*[.$])?([^».$]+)»", "$1");
  }

  /// A type in a template that may be null: for an array, the mark stands before its brackets.
  static String nullable(String java) {
    return java.endsWith("[]")
        ? java.substring(0, java.length() - 2) + " @«Nullable» []"
        : "@«Nullable» " + java;
  }

  /// The text with every line but empty ones moved to the right.
  static String indent(int spaces, String text) {
    return text.lines()
        .map(line -> line.isEmpty() ? line : " ".repeat(spaces) + line)
        .collect(Collectors.joining("\n"));
  }
}
