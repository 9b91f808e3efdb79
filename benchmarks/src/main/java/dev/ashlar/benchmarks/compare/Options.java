package dev.ashlar.benchmarks.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param contenders the names of files in the folder of contenders
/// @param warmAtMost the end of a warm-up that does not become steady
/// @param foreign the share of the machine, in percent, that other programs may use in a round
/// @param synchronous how every contender's SQLite makes a commit last: FULL or NORMAL
/// @param jvm the flags that every contender's JVM gets
record Options(
    List<String> contenders,
    List<Workload> workloads,
    int rounds,
    Duration round,
    int connections,
    Duration warmAtLeast,
    Duration warmAtMost,
    int foreign,
    String synchronous,
    List<String> jvm,
    Optional<Path> markdown,
    Optional<Path> json) {

  static final String HELP =
      """
      benchmarks/compare/run [options]
        --contenders a,b   of benchmarks/compare/contenders (limit-postgresql,ashlar-postgresql)
        --workloads a,b    of row, list, nested, insert (all)
        --rounds n         measured rounds per contender and workload (9)
        --seconds n        length of a round (10)
        --connections n    keep-alive connections (64)
        --warm-min n       seconds of warm-up at least; a contender may ask for more (30)
        --warm-max n       seconds of warm-up at most (120)
        --foreign n        percent of the machine others may use before a round is repeated (15)
        --synchronous x    FULL or NORMAL, for every contender's SQLite (FULL)
        --jvm "flags"      flags for every contender's JVM ("-XX:+UseSerialGC -Xmx512m")
        --markdown file    also write the report as Markdown
        --json file        also write every round as JSON
      Environment: BENCH_DATABASE_URL=postgresql://user:password@host:port for another server than
      the embedded one.
      """;

  Options {
    contenders = List.copyOf(contenders);
    workloads = List.copyOf(workloads);
    jvm = List.copyOf(jvm);
  }

  static Options parse(String... arguments) {
    Builder builder = new Builder();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String name = rest.pop();
      if (rest.isEmpty()) {
        throw new UsageException("The option " + name + " needs a value.\n\n" + HELP);
      }
      builder.set(name, rest.pop());
    }
    return builder.build();
  }

  private static final class Builder {

    private List<String> contenders = List.of("limit-postgresql", "ashlar-postgresql");
    private List<Workload> workloads = List.of(Workload.values());
    private int rounds = 9;
    private int seconds = 10;
    private int connections = 64;
    private int warmAtLeast = 30;
    private int warmAtMost = 120;
    private int foreign = 15;
    private String synchronous = "FULL";
    private List<String> jvm = words("-XX:+UseSerialGC -Xmx512m", " ");
    private Optional<Path> markdown = Optional.empty();
    private Optional<Path> json = Optional.empty();

    void set(String name, String value) {
      switch (name) {
        case "--contenders" -> contenders = words(value, ",");
        case "--workloads" ->
            workloads = words(value, ",").stream().map(Workload::of).sorted().toList();
        case "--rounds" -> rounds = positive(name, value);
        case "--seconds" -> seconds = positive(name, value);
        case "--connections" -> connections = positive(name, value);
        case "--warm-min" -> warmAtLeast = positive(name, value);
        case "--warm-max" -> warmAtMost = positive(name, value);
        case "--foreign" -> foreign = positive(name, value);
        case "--synchronous" -> synchronous = oneOf(name, value, List.of("FULL", "NORMAL"));
        case "--jvm" -> jvm = words(value, " ");
        case "--markdown" -> markdown = Optional.of(Path.of(value));
        case "--json" -> json = Optional.of(Path.of(value));
        default -> throw new UsageException("Unknown option " + name + ".\n\n" + HELP);
      }
    }

    Options build() {
      return new Options(
          contenders,
          workloads,
          rounds,
          Duration.ofSeconds(seconds),
          connections,
          Duration.ofSeconds(warmAtLeast),
          Duration.ofSeconds(Math.max(warmAtLeast, warmAtMost)),
          foreign,
          synchronous,
          jvm,
          markdown,
          json);
    }

    private static List<String> words(String value, String separator) {
      return Arrays.stream(value.split(separator)).filter(word -> !word.isBlank()).toList();
    }

    private static String oneOf(String name, String value, List<String> known) {
      if (!known.contains(value)) {
        throw new UsageException(name + " is one of " + known + ", found '" + value + "'.");
      }
      return value;
    }

    private static int positive(String name, String value) {
      try {
        int number = Integer.parseInt(value);
        if (number > 0) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Told below, like a number that is too small.
      }
      throw new UsageException(name + " needs a whole number above 0, found '" + value + "'.");
    }
  }
}
