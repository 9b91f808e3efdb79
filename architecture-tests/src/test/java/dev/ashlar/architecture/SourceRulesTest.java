package dev.ashlar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rules over source files: kept by this repository, and broken by files that should break
/// them.
final class SourceRulesTest {
  private static final Sources REPOSITORY = Sources.ofRepository();

  @TempDir private Path folder;

  @Test
  void everyPackageIsDescribed() {
    assertThat(REPOSITORY.files()).isNotEmpty();
    assertThat(SourceRules.packagesAreDescribed(REPOSITORY)).isEmpty();
  }

  @Test
  void noFileIsLongWithoutReason() {
    assertThat(SourceRules.longFilesHaveReasons(REPOSITORY)).isEmpty();
  }

  @Test
  void packageWithoutInfoIsFound() throws IOException {
    write("one/src/main/java/a/b/C.java", 0, "package a.b;", "class C {}");

    assertThat(SourceRules.packagesAreDescribed(Sources.below(folder)))
        .containsExactly("one/: a.b has no package-info.java");
  }

  @Test
  void packageWithoutNullMarkedIsFound() throws IOException {
    write("one/src/test/java/a/package-info.java", 0, "/// Says it.", "package a;");

    assertThat(SourceRules.packagesAreDescribed(Sources.below(folder)))
        .containsExactly("one/: a is not @NullMarked in its package-info.java");
  }

  @Test
  void packageWithoutSentenceIsFound() throws IOException {
    write("one/src/main/java/a/package-info.java", 0, "@NullMarked", "package a;");

    assertThat(SourceRules.packagesAreDescribed(Sources.below(folder)))
        .containsExactly("one/: a does not begin its package-info.java with a `///` sentence");
  }

  @Test
  void longFileIsFoundUnlessItSaysWhy() throws IOException {
    write("src/main/java/a/Short.java", 499, "package a;");
    write("src/main/java/a/Long.java", 499, "package a;", "class Long {}");
    write("src/main/java/a/Late.java", 499, "class Late {}", "// Long because: too late");
    write("src/main/java/a/Why.java", 499, "// Long because: one table.", "class Why {}");
    write("target/src/main/java/a/Built.java", 499, "", "class Built {}");

    assertThat(SourceRules.longFilesHaveReasons(Sources.below(folder)))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("src/main/java/a/Late.java has 501 lines"),
            second -> assertThat(second).startsWith("src/main/java/a/Long.java has 501 lines"));
  }

  private void write(String name, int blankLines, String... head) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    var blank = Collections.nCopies(blankLines, "");
    Files.write(file, Stream.concat(Stream.of(head), blank.stream()).toList());
  }
}
