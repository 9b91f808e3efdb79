package dev.ashlar.runtime.config;

import dev.ashlar.runtime.config.Section.Located;
import java.net.URI;
import java.util.Optional;

/// One setting that is about to be read: end with [#required()], [#orElse] or [#optional()].
///
/// Each of them gives a value even where the one found is wrong, so that all faults are found in
/// one go; such a value reaches nobody.
///
/// @param <V> the type of its value
public final class Setting<V> {
  private final Section section;
  private final ConfigKey key;
  private final String expected;
  private final V placeholder;
  private final Parser<V> parser;

  /// Reads a value, or throws an `IllegalArgumentException`.
  @FunctionalInterface
  interface Parser<V> {
    V parse(String text);
  }

  Setting(Section section, ConfigKey key, String expected, V placeholder, Parser<V> parser) {
    this.section = section;
    this.key = key;
    this.expected = expected;
    this.placeholder = placeholder;
    this.parser = parser;
  }

  /// The same setting, which the environment may also call otherwise, such as `PORT`.
  public Setting<V> from(String variable) {
    return new Setting<>(section, key.also(variable), expected, placeholder, parser);
  }

  /// The value, which must be there.
  public V required() {
    Optional<V> found = optional();
    if (found.isEmpty() && section.find(key).isEmpty()) {
      section.fault(
          "%s: expected %s, found nothing. Set %s in the environment, or %s in application.properties."
              .formatted(key.name(), expected, key.variables().getLast(), key.name()));
    }
    return found.orElse(placeholder);
  }

  /// The value, or another where nothing is said.
  public V orElse(V other) {
    Optional<Located> located = section.find(key);
    if (located.isEmpty()) {
      section.entry(new Config.Entry(key, String.valueOf(other), "default"));
      return other;
    }
    return read(located.get()).orElse(other);
  }

  /// The value, if anything is said.
  public Optional<V> optional() {
    Optional<Located> located = section.find(key);
    if (located.isEmpty()) {
      section.entry(new Config.Entry(key, "", "default"));
      return Optional.empty();
    }
    return read(located.get());
  }

  private Optional<V> read(Located located) {
    String text = located.found().value();
    try {
      V value = parser.parse(text.strip());
      section.entry(new Config.Entry(key, shown(value, text), located.where()));
      return Optional.of(value);
    } catch (IllegalArgumentException e) {
      section.entry(new Config.Entry(key, "", located.where()));
      section.fault(
          "%s: expected %s, found %s (%s). Change it, or remove it."
              .formatted(key.name(), expected, found(text), located.where()));
      return Optional.empty();
    }
  }

  /// Addresses may hold passwords.
  private static String shown(Object value, String text) {
    return switch (value) {
      case Secret secret -> secret.toString();
      case URI uri when uri.getRawUserInfo() != null ->
          text.replace("//" + uri.getRawUserInfo() + "@", "//***@");
      default -> text;
    };
  }

  private String found(String text) {
    boolean mayBeSecret = placeholder instanceof Secret || placeholder instanceof URI;
    return mayBeSecret ? "something else" : "\"" + text + "\"";
  }
}
