package dev.ashlar.runtime.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All settings of one application, read and found to be right.
public final class Config {
  private final Map<Class<?>, Object> settings;
  private final List<Entry> entries;

  private Config(Map<Class<?>, Object> settings, List<Entry> entries) {
    this.settings = Map.copyOf(settings);
    this.entries = List.copyOf(entries);
  }

  /// One setting as it is.
  ///
  /// @param value its value as text, masked where it is secret; empty where there is none
  /// @param place where it came from; `default` where nothing was said
  public record Entry(ConfigKey key, String value, String place) {}

  /// Reads settings.
  ///
  /// @param sources where they come from, the strongest first
  /// @param types all that the application knows
  /// @throws ConfigException naming everything that is wrong: missing and malformed values, and
  ///   names that begin like Ashlar's own but are none
  public static Config read(List<ConfigSource> sources, Collection<SettingsType<?>> types) {
    var faults = new ArrayList<String>();
    var entries = new ArrayList<Entry>();
    var settings = new HashMap<Class<?>, Object>();
    for (SettingsType<?> type : types) {
      Object read = read(type, new Section(type.prefix(), sources, faults, entries));
      if (read != null) {
        settings.put(type.type(), read);
      }
    }
    var known = entries.stream().map(Entry::key).toList();
    sources.forEach(source -> Unknown.names(source, known, faults));
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
    return new Config(settings, entries);
  }

  private static @Nullable Object read(SettingsType<?> type, Section section) {
    int before = section.faults();
    try {
      return type.read().apply(section);
    } catch (IllegalArgumentException e) {
      // Where a value is missing or malformed, the constructor was given something in its stead.
      if (section.faults() == before) {
        section.fault("%s: %s".formatted(type.prefix(), e.getMessage()));
      }
      return null;
    }
  }

  /// The settings of a type that was read.
  ///
  /// @throws IllegalArgumentException when it was not
  public <T> T get(SettingsType<T> type) {
    return get(type.type());
  }

  /// The settings of a record that was read.
  ///
  /// @throws IllegalArgumentException when it was not
  public <T> T get(Class<T> type) {
    Object found = settings.get(type);
    if (found == null) {
      throw new IllegalArgumentException(
          "%s is not among the application's settings; hand its SettingsType to Ashlar.settings(…)."
              .formatted(type.getName()));
    }
    return type.cast(found);
  }

  /// All records of settings.
  public Collection<Object> all() {
    return settings.values();
  }

  /// Every setting that was asked for, in the order of asking.
  public List<Entry> entries() {
    return entries;
  }
}
