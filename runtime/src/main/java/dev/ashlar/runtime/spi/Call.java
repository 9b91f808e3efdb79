package dev.ashlar.runtime.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call of a command.
///
/// @param application the application it is called on
/// @param out where its answer goes
/// @param values what was given, by the parameters' names; of a flag, nothing or one empty text
public record Call(Application application, Output out, Map<String, List<String>> values) {
  public Call {
    values = Map.copyOf(values);
  }

  /// The first value of a parameter, if one was given.
  public Optional<String> value(String parameter) {
    return all(parameter).stream().findFirst();
  }

  /// All values of a parameter.
  public List<String> all(String parameter) {
    return values.getOrDefault(parameter, List.of());
  }

  /// Whether a flag was given.
  public boolean has(String flag) {
    return values.containsKey(flag);
  }
}
