package dev.ashlar.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the limit still: what everything else is measured by must not move unnoticed.
class FrozenLimitTest {

  private static final String REVIEWED =
      "c75fe86ad3417fb58d0c3d5e8426c18eab71ff29392a91ab975c8730c164e8d0";

  @Test
  void theLimitIsTheOneThatWasReviewed() throws IOException, GeneralSecurityException {
    String found = hash(files());

    assertThat(found)
        .withFailMessage(
            """
            The limit has changed: its sources, its seeds or its contender files. It is frozen, because every published
            ratio is a share of it: a dearer limit flatters Ashlar, and a cheaper one that does less wrongs it.
            Take the change back. If it must be: have somebody review that the limit still answers and writes the same
            as the example does (benchmarks/compare/run checks that before it measures), and that it is still what an
            expert would write by hand; measure everything anew, since older figures no longer compare; then write
            %s
            into this test."""
                .formatted(found))
        .isEqualTo(REVIEWED);
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    files.addAll(list("src/main/java/dev/ashlar/benchmarks/limit", name -> true));
    files.addAll(list("src/main/resources/seed", name -> !name.contains("ashlar")));
    files.addAll(list("compare/contenders", name -> name.startsWith("limit-")));
    return files;
  }

  private static List<Path> list(String folder, Predicate<String> which) throws IOException {
    try (Stream<Path> all = Files.list(Path.of(folder))) {
      List<Path> files =
          all.filter(file -> which.test(file.getFileName().toString())).sorted().toList();
      assertThat(files).as(folder).isNotEmpty();
      return files;
    }
  }

  private static String hash(List<Path> files) throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files) {
      digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Files.readAllBytes(file));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
