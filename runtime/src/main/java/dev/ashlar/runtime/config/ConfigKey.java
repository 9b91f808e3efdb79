package dev.ashlar.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The name of a setting.
///
/// @param name its name in files and system properties, such as `ashlar.database.pool-size`
/// @param variables its names in the environment, the first of which is made of the name:
///   `ASHLAR_DATABASE_POOL_SIZE`
public record ConfigKey(String name, List<String> variables) {
  public ConfigKey {
    variables = List.copyOf(variables);
  }

  static ConfigKey of(String name) {
    return new ConfigKey(name, List.of(variable(name)));
  }

  ConfigKey also(String variable) {
    var more = new ArrayList<>(variables);
    more.add(variable);
    return new ConfigKey(name, more);
  }

  private static String variable(String name) {
    return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
