package dev.ashlar.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContendersTest {

  private static final Path FOLDER = Path.of("compare", "contenders");

  @Test
  void everyContenderSaysWhatAComparisonNeeds() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> {
                String name = file.getFileName().toString().replace(".properties", "");
                Contender contender = Contender.read(FOLDER, name);
                assertThat(contender.title()).isNotBlank();
                assertThat(contender.reset()).isNotEmpty();
                assertThat(contender.seedBefore().size() + contender.seedAfter().size())
                    .isPositive();
                for (Workload workload : Workload.values()) {
                  assertThat(contender.path(workload)).startsWith("/api/");
                }
                assertThat(contender.body(Workload.INSERT)).isPresent();
              });
    }
  }

  @Test
  void sqliteIsAsDurableForOneAsForTheOther() throws IOException {
    for (String name : List.of("limit-sqlite", "ashlar-sqlite", "ashlar-sqlite-field-hidden")) {
      assertThat(Contender.read(FOLDER, name).file().values())
          .as(name)
          .contains("${sqlite.synchronous}");
    }
  }

  @Test
  void oneThatIsLikeAnotherSaysOnlyWhatIsDifferent(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("one.properties"), "title = One\nready = /ready\n");
    Files.writeString(folder.resolve("two.properties"), "like = one\ntitle = Two\n");

    Contender two = Contender.read(folder, "two");

    assertThat(two.name()).isEqualTo("two");
    assertThat(two.title()).isEqualTo("Two");
    assertThat(two.ready()).isEqualTo("/ready");
  }

  @Test
  void eachRoundBeginsWithAnother() {
    List<String> three = List.of("a", "b", "c");

    assertThat(Compare.inTurn(three, 1)).containsExactly("a", "b", "c");
    assertThat(Compare.inTurn(three, 2)).containsExactly("b", "c", "a");
    assertThat(Compare.inTurn(three, 3)).containsExactly("c", "a", "b");
    assertThat(Compare.inTurn(three, 4)).containsExactly("a", "b", "c");
  }
}
