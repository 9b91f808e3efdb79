package dev.ashlar.runtime.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One place that settings come from.
public sealed interface ConfigSource {
  /// What messages call it, such as `the environment`.
  String place();

  /// What it says of a setting, if anything.
  Optional<Found> find(ConfigKey key);

  /// Its names that look like settings of Ashlar's own but are none of those known.
  List<String> unknown(Collection<ConfigKey> known);

  /// A value, and the name under which it was there.
  record Found(String name, String value) {}

  /// Names as in files: `ashlar.database.url`.
  record Dotted(String place, Map<String, String> values) implements ConfigSource {
    public Dotted {
      values = Map.copyOf(values);
    }

    @Override
    public Optional<Found> find(ConfigKey key) {
      return Optional.ofNullable(values.get(key.name())).map(value -> new Found(key.name(), value));
    }

    @Override
    public List<String> unknown(Collection<ConfigKey> known) {
      var names = known.stream().map(ConfigKey::name).toList();
      return values.keySet().stream()
          .filter(name -> name.startsWith(OWN) && !names.contains(name))
          .sorted()
          .toList();
    }

    private static final String OWN = "ashlar.";
  }

  /// Names as in the environment: `ASHLAR_DATABASE_URL`. An empty value is no value.
  record Variables(String place, Map<String, String> values) implements ConfigSource {
    public Variables {
      values = Map.copyOf(values);
    }

    @Override
    public Optional<Found> find(ConfigKey key) {
      for (String variable : key.variables()) {
        String value = values.get(variable);
        if (value != null && !value.isEmpty()) {
          return Optional.of(new Found(variable, value));
        }
      }
      return Optional.empty();
    }

    @Override
    public List<String> unknown(Collection<ConfigKey> known) {
      var names = known.stream().flatMap(key -> key.variables().stream()).toList();
      return values.keySet().stream()
          .filter(name -> name.startsWith(OWN) && !names.contains(name) && !LAUNCHER.contains(name))
          .sorted()
          .toList();
    }

    private static final String OWN = "ASHLAR_";

    /// Read by the launcher, and none of the application's business.
    private static final List<String> LAUNCHER = List.of("ASHLAR_JAVA_ARGS", "ASHLAR_MAVEN_ARGS");
  }
}
