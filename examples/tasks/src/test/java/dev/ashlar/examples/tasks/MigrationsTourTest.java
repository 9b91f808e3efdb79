package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pastes the commands that docs/migrations.md begins with into a shell.
final class MigrationsTourTest {
  @Test
  void doesWhatThePageSays(@TempDir Path folder) throws Exception {
    var commands = commands();
    assertThat(commands).hasSize(5).allMatch(line -> line.startsWith("./ashlar migrate "));
    Path data = Files.createDirectory(folder.resolve("data"));

    var pasted = new ArrayList<>(List.of(program()));
    commands.forEach(line -> pasted.add(line.replace("./ashlar", "ashlar")));
    var lines =
        Shell.paste(
            Map.of(
                "ASHLAR_DATA", data.toString(),
                "ASHLAR_SOURCES", folder.resolve("sources").toString(),
                "DATABASE_URL", ""),
            pasted);

    assertThat(lines)
        .allSatisfy(line -> assertThat(line.status()).as(line.said()).isZero())
        .extracting(Shell.Line::said)
        .satisfiesExactly(
            program -> assertThat(program).isEmpty(),
            make -> assertThat(make).contains("tasks/0001_create_tasks"),
            up -> assertThat(up).contains("tasks/0001_create_tasks", "identity/0001_create_users"),
            status -> assertThat(status).contains("applied").doesNotContain("pending"),
            check -> assertThat(check).contains("All is as it should be."),
            down ->
                assertThat(down).contains("tasks/0001_create_tasks").doesNotContain("identity"));
    assertThat(folder.resolve("sources/migrations/tasks/0001_create_tasks/sqlite.up.sql"))
        .content()
        .contains("CREATE TABLE \"tasks\"");
  }

  /// The example in place of the repository's launcher, which builds it first.
  private static String program() {
    return Verb.command(System.getProperty("java.class.path")).stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" ", "ashlar() { ", " \"$@\"; }"));
  }

  private static List<String> commands() throws IOException {
    return Files.readAllLines(Checkout.root().resolve("docs/migrations.md")).stream()
        .dropWhile(line -> !line.equals("## The shortest thing that works"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("    "))
        .map(String::strip)
        .toList();
  }
}
