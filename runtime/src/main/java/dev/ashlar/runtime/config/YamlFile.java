package dev.ashlar.runtime.config;

import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads YAML as dotted names; a list becomes its elements with commas between. Loaded only where
/// there is such a file.
final class YamlFile {
  private YamlFile() {}

  static Map<String, String> read(String place, Reader reader) {
    Object document;
    try {
      document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    } catch (YAMLException e) {
      throw new ConfigException(
          List.of("%s is not YAML: %s. Mend it there.".formatted(place, e.getMessage())));
    }
    var values = new HashMap<String, String>();
    if (document != null) {
      flatten(place, "", document, values);
    }
    return values;
  }

  private static void flatten(String place, String name, Object node, Map<String, String> values) {
    switch (node) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                if (value != null) {
                  flatten(place, name.isEmpty() ? "" + key : name + "." + key, value, values);
                }
              });
      case List<?> list ->
          values.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
      default -> {
        if (name.isEmpty()) {
          throw new ConfigException(
              List.of(
                  "%s is not made of names and values; write lines such as \"ashlar:\" and \"  port: 8080\"."
                      .formatted(place)));
        }
        values.put(name, node.toString());
      }
    }
  }
}
