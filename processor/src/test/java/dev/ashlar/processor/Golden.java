package dev.ashlar.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The model in `src/test/resources/golden/model`, and what is expected to be generated from it.
///
/// To accept what is generated now, run the tests with `-Dashlar.golden.update=true` and look at
/// the difference before you commit it.
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /// Compiles the model.
  static Compilation compile() {
    return Compilation.of(read("model").values().toArray(String[]::new));
  }

  /// The expected sources by file name.
  static Map<String, String> expected() {
    return read("generated");
  }

  /// Whether to write what is generated instead of comparing it.
  static boolean updating() {
    return Boolean.getBoolean("ashlar.golden.update");
  }

  /// Makes what is generated the expected.
  static void update(Map<String, String> files) {
    try {
      for (String old : expected().keySet()) {
        Files.delete(FOLDER.resolve("generated").resolve(old));
      }
      for (var file : files.entrySet()) {
        Files.writeString(FOLDER.resolve("generated").resolve(file.getKey()), file.getValue());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Map<String, String> read(String folder) {
    var all = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      for (Path file : files.toList()) {
        all.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return all;
  }
}
