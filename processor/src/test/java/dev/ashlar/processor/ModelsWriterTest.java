package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelsWriterTest {
  @ParameterizedTest
  @CsvSource({"a.b a.b, a.b", "a.b.c a.b.d, a.b", "a.b a.b.c, a.b", "a.bc a.bd, a", "a.b, a.b"})
  void listIsInTheLongestCommonPackage(String packages, String common) {
    List<TypeName> records =
        Stream.of(packages.split(" ", -1)).map(name -> new TypeName(name, "Task")).toList();

    assertThat(ModelsWriter.commonPackage(records)).isEqualTo(common);
  }
}
