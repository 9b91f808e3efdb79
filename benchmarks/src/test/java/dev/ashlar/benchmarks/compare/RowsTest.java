package dev.ashlar.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RowsTest {

  @Test
  void envelopesLinksAndDigitsMakeNoDifference() {
    Rows here =
        Rows.of(
            """
            {"items":[{"id":"a","estimate":2.50,"createdAt":"2025-01-01T00:00:00.120000Z"}],"next":"x"}
            """);
    Rows there =
        Rows.of(
            """
            {"_embedded":{"tasks":[{"estimate":2.5,"createdAt":"2025-01-01T00:00:00.12Z",
            "_links":{"self":{"href":"http://127.0.0.1/tasks/a{?projection}"}}}]}}
            """);

    assertThat(here.difference(there)).isEmpty();
  }

  @Test
  void anotherValueIsADifference() {
    Rows here = Rows.of("{\"items\":[{\"id\":\"a\",\"title\":\"one\"}]}");
    Rows there = Rows.of("{\"items\":[{\"id\":\"a\",\"title\":\"two\"}]}");

    assertThat(here.difference(there)).get().asString().contains("row 0", "one", "two");
  }

  @Test
  void aPropertyTooFewIsADifference() {
    Rows here = Rows.of("{\"id\":\"a\",\"estimate\":null}");
    Rows there = Rows.of("{\"id\":\"a\"}");

    assertThat(here.difference(there)).isPresent();
    assertThat(here.without(Set.of("estimate")).difference(there)).isEmpty();
  }

  @Test
  void anotherNumberOfRowsIsADifferenceAndSoIsNone() {
    Rows one = Rows.of("{\"items\":[{\"id\":\"a\"}]}");
    Rows none = Rows.of("{\"items\":[]}");

    assertThat(one.difference(none)).get().asString().contains("1 rows against 0");
    assertThat(none.difference(none)).isPresent();
  }

  @Test
  void rowsBelowAreComparedToo() {
    Rows here = Rows.of("{\"id\":\"a\",\"tasks\":[{\"id\":\"b\",\"version\":1}]}");
    Rows there = Rows.of("{\"id\":\"a\",\"tasks\":[{\"id\":\"c\",\"version\":1}]}");

    assertThat(here.difference(there)).isPresent();
    assertThat(here.without(Set.of("tasks.id")).difference(there.without(Set.of("tasks.id"))))
        .isEmpty();
    assertThat(here.haveAny(Set.of("tasks.version"))).isTrue();
    assertThat(here.haveAny(Set.of("tasks.title", "version.tasks"))).isFalse();
  }
}
