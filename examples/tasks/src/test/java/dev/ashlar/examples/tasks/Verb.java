package dev.ashlar.examples.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What came of a verb of the example's command line, in a process of its own.
record Verb(int status, String out, String err) {

  /// The words that start the example, before its verb.
  static List<String> command(String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classPath,
        "dev.ashlar.examples.tasks.TasksApplication");
  }

  /// Runs a verb on the embedded database.
  ///
  /// @param folder the database's folder, and where what is printed goes
  static Verb run(Path folder, String classPath, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(command(classPath));
    command.addAll(List.of(arguments));
    var out = folder.resolve("out.txt");
    var err = folder.resolve("err.txt");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("ASHLAR_DATA", folder.resolve("data").toString());
    builder.environment().remove("DATABASE_URL");
    int status = builder.start().waitFor();
    return new Verb(status, Files.readString(out), Files.readString(err));
  }
}
