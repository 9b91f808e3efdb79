package dev.ashlar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.model.value.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The document of a problem.
final class ProblemTest {
  @Test
  void namesEveryFault() {
    Problem problem =
        Problem.of(422, "invalid", "The input is not valid")
            .withDetail("Two fields are wrong.")
            .withErrors(
                List.of(
                    new Violation("/title", "not_blank", "It is \"blank\"."),
                    new Violation("/a~1b", "min", "Größer als 0.")));

    assertThat(problem.json("r-1").toString())
        .isEqualTo(
            """
            {"type":"urn:ashlar:problem:invalid","title":"The input is not valid","status":422,\
            "detail":"Two fields are wrong.","code":"invalid","errors":[\
            {"pointer":"/title","code":"not_blank","message":"It is \\"blank\\"."},\
            {"pointer":"/a~1b","code":"min","message":"Größer als 0."}],"requestId":"r-1"}""");
  }

  @Test
  void isNoSuccess() {
    assertThatThrownBy(() -> Problem.of(200, "fine", "Fine")).hasMessageContaining("400 to 599");
  }
}
