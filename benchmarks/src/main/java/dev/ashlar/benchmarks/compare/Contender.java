package dev.ashlar.benchmarks.compare;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// A program to compare, as its file in `benchmarks/compare/contenders` describes it. In values,
/// `${…}` stands for what the harness knows when it starts the program; in paths and bodies,
/// `{task}`, `{project}` and `{n}` are filled in for each request. A file may name another with
/// `like`, and then says only what is different.
record Contender(String name, Properties file) {

  /// Which server the program stores its rows in, and so which programs it is compared with.
  enum Store {
    POSTGRESQL,
    SQLITE
  }

  static Contender read(Path folder, String name) {
    Properties own = load(folder, name);
    Properties file = new Properties();
    String like = own.getProperty("like");
    if (like != null) {
      file.putAll(load(folder, like));
    }
    file.putAll(own);
    return new Contender(name, file);
  }

  private static Properties load(Path folder, String name) {
    Path path = folder.resolve(name + ".properties");
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UsageException(
          "No contender '" + name + "': cannot read " + path + " (" + e + ").");
    }
    return file;
  }

  String title() {
    return required("title");
  }

  Store store() {
    return switch (required("store")) {
      case "postgresql" -> Store.POSTGRESQL;
      case "sqlite" -> Store.SQLITE;
      default -> throw new UsageException(name + ": 'store' must be postgresql or sqlite.");
    };
  }

  /// Whether the others on the same store are compared with this one.
  boolean yardstick() {
    return Boolean.parseBoolean(file.getProperty("yardstick"));
  }

  List<String> command(Map<String, String> known) {
    return Arrays.stream(required("command").split("\\s+"))
        .map(word -> fill(word, known))
        .flatMap(word -> Arrays.stream(word.split("\n")))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  Map<String, String> environment(Map<String, String> known) {
    Map<String, String> environment = new TreeMap<>();
    for (String key : file.stringPropertyNames()) {
      if (key.startsWith("env.")) {
        environment.put(key.substring("env.".length()), fill(file.getProperty(key), known));
      }
    }
    return environment;
  }

  /// Where the program keeps its SQLite database in its data folder; the harness names it if not.
  Optional<Path> file(Path data) {
    return Optional.ofNullable(file.getProperty("sqlite.file")).map(data::resolve);
  }

  /// Scripts of the class path that make and fill the tables before the program starts.
  List<String> seedBefore() {
    return names("seed.before");
  }

  /// Scripts that fill the tables which the program made when it started.
  List<String> seedAfter() {
    return names("seed.after");
  }

  /// Scripts that take inserted rows out again.
  List<String> reset() {
    return names("reset");
  }

  /// Properties that its rows do not have, though others' do; `tasks.id` is that of the rows below.
  Set<String> lacks(Workload workload) {
    String own = workload.key() + ".lacks";
    return Set.copyOf(names(file.containsKey(own) ? own : "lacks"));
  }

  /// The table of the audit and that of the outbox, into which an insert writes one entry each;
  /// none where it keeps neither.
  List<String> journal() {
    return names("journal");
  }

  /// A path that answers below 500 as soon as the program serves.
  String ready() {
    return required("ready");
  }

  Optional<String> login() {
    return Optional.ofNullable(file.getProperty("login"));
  }

  /// The path of the request that logs in, with the body `login`.
  String loginPath() {
    return required("login.path");
  }

  String path(Workload workload) {
    return required(workload.key());
  }

  Optional<String> body(Workload workload) {
    return Optional.ofNullable(file.getProperty(workload.key() + ".body"));
  }

  Duration warmAtLeast(Duration asked) {
    Duration own = Duration.ofSeconds(Long.parseLong(file.getProperty("warm.min", "0")));
    return own.compareTo(asked) > 0 ? own : asked;
  }

  private List<String> names(String key) {
    return Arrays.stream(file.getProperty(key, "").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String required(String key) {
    String value = file.getProperty(key);
    if (value == null) {
      throw new UsageException("The contender '" + name + "' has no '" + key + "'.");
    }
    return value;
  }

  private String fill(String text, Map<String, String> known) {
    String filled = text;
    for (Map.Entry<String, String> entry : known.entrySet()) {
      filled = filled.replace("${" + entry.getKey() + "}", entry.getValue());
    }
    if (filled.contains("${")) {
      throw new UsageException(
          "The contender '%s' uses '%s'; known are %s.".formatted(name, filled, known.keySet()));
    }
    return filled;
  }
}
