package dev.ashlar.runtime.spi;

import java.util.List;

/// Where a command's answer goes: text for people, or JSON for scripts.
public interface Output {
  /// Says something to people; scripts are not told.
  void say(String line);

  /// Gives rows of values: a table, or an array of objects.
  ///
  /// @param names the columns' names, which are the objects' keys
  void table(List<String> names, List<List<String>> rows);
}
