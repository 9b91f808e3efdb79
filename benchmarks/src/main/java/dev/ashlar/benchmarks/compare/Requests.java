package dev.ashlar.benchmarks.compare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bytes of one workload's requests: made once, with twelve hexadecimal digits patched per
/// request where an id or a number belongs.
final class Requests {

  static final int PROJECTS = 1_000;
  static final int TASKS = 100_000;

  private static final Pattern SLOT = Pattern.compile("\\{(task|project|n)}");
  private static final String DIGITS = "000000000000";

  private enum Kind {
    TASK,
    PROJECT,
    NUMBER
  }

  private record Slot(int offset, Kind kind) {}

  private final byte[] bytes;
  private final List<Slot> slots = new ArrayList<>();
  private final SplittableRandom random;
  private long number;

  private Requests(String text, long seed) {
    random = new SplittableRandom(seed);
    StringBuilder filled = new StringBuilder();
    Matcher matcher = SLOT.matcher(text);
    int from = 0;
    while (matcher.find()) {
      filled.append(text, from, matcher.start());
      Kind kind = kind(matcher.group(1));
      filled.append(prefix(kind));
      slots.add(new Slot(filled.length(), kind));
      filled.append(DIGITS);
      from = matcher.end();
    }
    bytes = filled.append(text, from, text.length()).toString().getBytes(ISO_8859_1);
  }

  static Requests of(Contender contender, Workload workload, Optional<String> token, long seed) {
    StringBuilder text = new StringBuilder();
    Optional<String> body = contender.body(workload);
    text.append(body.isPresent() ? "POST " : "GET ").append(contender.path(workload));
    text.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n");
    token.ifPresent(it -> text.append("Authorization: Bearer ").append(it).append("\r\n"));
    body.ifPresent(it -> text.append("Content-Type: application/json\r\nContent-Length: "));
    body.ifPresent(it -> text.append(length(it)).append("\r\n"));
    text.append("\r\n").append(body.orElse(""));
    return new Requests(text.toString(), seed);
  }

  /// The next request, valid until the one after it.
  byte[] next() {
    for (Slot slot : slots) {
      long value =
          switch (slot.kind()) {
            case TASK -> 1 + random.nextInt(TASKS);
            case PROJECT -> 1 + random.nextInt(PROJECTS);
            case NUMBER -> number++;
          };
      for (int i = 11; i >= 0; i--, value >>>= 4) {
        bytes[slot.offset() + i] = (byte) Character.forDigit((int) value & 15, 16);
      }
    }
    return bytes;
  }

  /// A path or body with the ids of certain rows.
  static String filled(String text, int task, int project, int number) {
    return SLOT.matcher(text)
        .replaceAll(
            match -> {
              Kind kind = kind(match.group(1));
              int value =
                  switch (kind) {
                    case TASK -> task;
                    case PROJECT -> project;
                    case NUMBER -> number;
                  };
              return prefix(kind) + String.format(Locale.ROOT, "%012x", value);
            });
  }

  private static int length(String body) {
    return new Requests(body, 0).bytes.length;
  }

  private static Kind kind(String slot) {
    return switch (slot) {
      case "task" -> Kind.TASK;
      case "project" -> Kind.PROJECT;
      default -> Kind.NUMBER;
    };
  }

  /// The ids that the seeding scripts give: a constant for the table, then the row's number.
  private static String prefix(Kind kind) {
    return switch (kind) {
      case TASK -> "01970004-0000-7000-8000-";
      case PROJECT -> "01970003-0000-7000-8000-";
      case NUMBER -> "";
    };
  }
}
