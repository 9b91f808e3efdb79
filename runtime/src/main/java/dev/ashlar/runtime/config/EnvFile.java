package dev.ashlar.runtime.config;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads files of lines `NAME=value`, as shells and containers take them.
final class EnvFile {
  private EnvFile() {}

  static Map<String, String> read(String place, Reader reader) throws IOException {
    var values = new HashMap<String, String>();
    List<String> lines = reader.readAllLines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String assignment = line.startsWith("export ") ? line.substring(7).strip() : line;
      int equals = assignment.indexOf('=');
      if (equals <= 0) {
        throw new ConfigException(
            List.of(
                "%s, line %d: expected NAME=value, found no name and \"=\". Mend the line, or begin it with #."
                    .formatted(place, i + 1)));
      }
      values.put(
          assignment.substring(0, equals).strip(), value(assignment.substring(equals + 1).strip()));
    }
    return values;
  }

  private static String value(String text) {
    char first = text.isEmpty() ? 0 : text.charAt(0);
    if ((first == '"' || first == '\'') && text.indexOf(first, 1) > 0) {
      return text.substring(1, text.indexOf(first, 1));
    }
    int comment = text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment).strip();
  }
}
