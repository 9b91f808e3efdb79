package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example's version is its jar's, wherever it is told.
final class VersionTest {
  private static final String VERSION = "4.5.6-test";

  @TempDir private Path folder;

  @Test
  void isTheJars() throws Exception {
    String classPath = fromJar();

    assertThat(Verb.run(folder, classPath, "version", "--json").out().strip())
        .isEqualTo("[{\"application\":\"tasks\",\"version\":\"%s\"}]".formatted(VERSION));
    try (var application = RunningApplication.start(URI.create("sqlite:demo"), folder, classPath)) {
      assertThat(application.said()).isEqualTo("Ashlar tasks %s listens on".formatted(VERSION));
      assertThat(application.as("lead", "GET", "/openapi.json", "").body())
          .contains("\"version\":\"%s\"".formatted(VERSION));
    }
  }

  @Test
  void isUnknownWithoutAJar() throws Exception {
    assertThat(
            Verb.run(folder, System.getProperty("java.class.path"), "version", "--json")
                .out()
                .strip())
        .isEqualTo("[{\"application\":\"tasks\",\"version\":\"unknown\"}]");
  }

  /// The tests' class path, with the example in a jar.
  private String fromJar() throws Exception {
    Path classes =
        Path.of(TasksApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = jar(classes);
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).equals(classes) ? jar.toString() : entry)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path jar(Path classes) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.IMPLEMENTATION_VERSION, VERSION);
    Path jar = folder.resolve("tasks.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
