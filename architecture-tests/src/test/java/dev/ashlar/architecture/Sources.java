package dev.ashlar.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The hand-written Java files below a folder: what lies in `src/main/java` or `src/test/java`.
record Sources(Path root, List<SourceFile> files) {
  private static final Set<String> SKIPPED = Set.of("target", ".git", "resources");

  Sources {
    files = List.copyOf(files);
  }

  /// One file, with the module and the package that its place says it belongs to.
  record SourceFile(Path path, String module, String packageName, List<String> lines) {
    SourceFile {
      lines = List.copyOf(lines);
    }

    boolean isPackageInfo() {
      return path.endsWith("package-info.java");
    }
  }

  /// All files of this repository.
  static Sources ofRepository() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException(
            "No folder above %s has .mvn; run the tests inside the repository."
                .formatted(Path.of("").toAbsolutePath()));
      }
    }
    return below(folder);
  }

  static Sources below(Path root) {
    try (var paths = javaFiles(root)) {
      return new Sources(root, paths.map(path -> read(root, path)).toList());
    }
  }

  /// The names of the source files that people wrote, as `package/File.java`.
  Set<String> writtenFiles() {
    return files.stream()
        .map(file -> file.packageName() + "/" + file.path().getFileName())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (var children = Files.list(folder)) {
      return children
          .sorted()
          .flatMap(
              child -> {
                if (Files.isDirectory(child)) {
                  return SKIPPED.contains(child.getFileName().toString())
                      ? Stream.empty()
                      : javaFiles(child);
                }
                return isJava(child) ? Stream.of(child) : Stream.empty();
              })
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJava(Path path) {
    var text = path.toString();
    return text.endsWith(".java")
        && (text.contains("/src/main/java/") || text.contains("/src/test/java/"));
  }

  private static SourceFile read(Path root, Path path) {
    var place = root.relativize(path).toString();
    var source = place.indexOf("src/");
    var packages = place.substring(place.indexOf("/java/", source) + "/java/".length());
    var end = packages.lastIndexOf('/');
    try {
      return new SourceFile(
          root.relativize(path),
          place.substring(0, source),
          end < 0 ? "" : packages.substring(0, end).replace('/', '.'),
          Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
