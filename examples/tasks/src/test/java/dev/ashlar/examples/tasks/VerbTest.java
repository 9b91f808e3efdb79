package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Verbs that only show something: nothing else is printed, and nothing is made.
final class VerbTest {
  @ParameterizedTest
  @ValueSource(strings = {"help", "help migrate up", "config", "version", "migrate --help"})
  void showsAndDoesNothingElse(String verb, @TempDir Path folder) throws Exception {
    var shown = Verb.run(folder, System.getProperty("java.class.path"), verb.split(" "));

    assertThat(shown.err()).isEmpty();
    assertThat(shown.out()).isNotBlank();
    assertThat(shown.status()).isZero();
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate status", "migrate check"})
  void logsNothingBesideItsAnswer(String verb, @TempDir Path folder) throws Exception {
    var shown = Verb.run(folder, System.getProperty("java.class.path"), verb.split(" "));

    assertThat(shown.err()).isEmpty();
    assertThat(shown.out()).contains("tasks/0001_create_tasks");
  }
}
