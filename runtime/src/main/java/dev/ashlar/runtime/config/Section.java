package dev.ashlar.runtime.config;

import dev.ashlar.runtime.config.ConfigSource.Found;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings whose names begin alike, to be read one by one. Names are written with hyphens:
/// `pool-size`.
public final class Section {
  private final String prefix;
  private final List<ConfigSource> sources;
  private final List<String> faults;
  private final List<Config.Entry> entries;

  Section(
      String prefix, List<ConfigSource> sources, List<String> faults, List<Config.Entry> entries) {
    this.prefix = prefix;
    this.sources = sources;
    this.faults = faults;
    this.entries = entries;
  }

  /// A text.
  public Setting<String> text(String name) {
    return setting(name, "a text", "", text -> text);
  }

  /// A text that is never shown.
  public Setting<Secret> secret(String name) {
    return setting(name, "a text", new Secret(""), Secret::new);
  }

  /// A whole number within bounds.
  public Setting<Integer> integer(String name, int min, int max) {
    // Concatenated: a formatter costs as much of a start as all of this.
    String expected = "a whole number from " + min + " to " + max;
    return setting(
        name,
        expected,
        min,
        text -> {
          int number = Integer.parseInt(text);
          if (number < min || number > max) {
            throw new IllegalArgumentException(expected);
          }
          return number;
        });
  }

  /// `true` or `false`.
  public Setting<Boolean> flag(String name) {
    return setting(
        name,
        "true or false",
        false,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /// A time such as `500ms`, `30s`, `5m`, `2h`, `7d`, or `PT30S`.
  public Setting<Duration> duration(String name) {
    return setting(
        name, "a time such as 500ms, 30s, 5m, 2h or 7d", Duration.ZERO, Durations::parse);
  }

  /// An address with a scheme.
  public Setting<URI> uri(String name) {
    return setting(
        name,
        "an address such as scheme://host/path",
        URI.create("none:none"),
        text -> {
          var uri = URI.create(text);
          if (uri.getScheme() == null) {
            throw new IllegalArgumentException(text);
          }
          return uri;
        });
  }

  /// A file or folder.
  public Setting<Path> path(String name) {
    return setting(name, "a path", Path.of(""), Path::of);
  }

  /// One of an enum's constants, in any case.
  public <E extends Enum<E>> Setting<E> choice(String name, Class<E> type) {
    String expected =
        Stream.of(type.getEnumConstants())
            .map(Section::spelled)
            .collect(Collectors.joining(", ", "one of ", ""));
    return setting(
        name,
        expected,
        type.getEnumConstants()[0],
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Texts with commas between.
  public Setting<List<String>> texts(String name) {
    return setting(
        name,
        "texts with commas between",
        List.of(),
        text -> Stream.of(text.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList());
  }

  private <V> Setting<V> setting(
      String name, String expected, V placeholder, Setting.Parser<V> parser) {
    return new Setting<>(this, ConfigKey.of(prefix + "." + name), expected, placeholder, parser);
  }

  // ---- what settings ask of their section ----

  Optional<Located> find(ConfigKey key) {
    for (ConfigSource source : sources) {
      Optional<Found> found = source.find(key);
      if (found.isPresent()) {
        return Optional.of(new Located(found.get(), source.place()));
      }
    }
    return Optional.empty();
  }

  /// A value and where it was.
  record Located(Found found, String place) {
    String where() {
      return found.name() + " in " + place;
    }
  }

  void fault(String text) {
    faults.add(text);
  }

  int faults() {
    return faults.size();
  }

  void entry(Config.Entry entry) {
    entries.add(entry);
  }
}
