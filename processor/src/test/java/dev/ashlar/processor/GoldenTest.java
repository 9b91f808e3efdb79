package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is generated, seen whole.
final class GoldenTest {
  @Test
  void generatedSourcesAreAsExpected() {
    var compilation = Golden.compile();
    assertThat(compilation.errors()).isEmpty();

    var generated = files(compilation.generated());
    if (Golden.updating()) {
      Golden.update(generated);
    }
    assertThat(generated.keySet()).isEqualTo(Golden.expected().keySet());
    Golden.expected()
        .forEach((file, text) -> assertThat(generated.get(file)).as(file).isEqualTo(text));
  }

  @Test
  void generatingTwiceGivesTheSame() {
    assertThat(Golden.compile().generated()).isEqualTo(Golden.compile().generated());
  }

  private static Map<String, String> files(Map<String, String> byName) {
    var files = new TreeMap<String, String>();
    byName.forEach(
        (name, text) -> files.put(name.substring(name.lastIndexOf('.') + 1) + ".java", text));
    return files;
  }
}
