package dev.ashlar.examples.tasks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The sources that the tests are of.
final class Checkout {
  private Checkout() {}

  /// The folder that has the README.
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = Objects.requireNonNull(folder.getParent(), "no README.md above the module");
    }
    return folder;
  }
}
