package dev.ashlar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.web.Query.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Reading what stands behind the question mark.
final class QueryTest {
  @Provide
  Arbitrary<List<Parameter>> parameters() {
    Arbitrary<String> text =
        Arbitraries.strings().ofMaxLength(8).map(string -> string.replaceAll("\\p{Cs}", "_"));
    return Combinators.combine(text, text).as(Parameter::new).list().ofMinSize(1).ofMaxSize(6);
  }

  @Property
  void whatWasEncodedComesBackInOrder(@ForAll("parameters") List<Parameter> parameters) {
    String text =
        parameters.stream()
            .map(one -> encoded(one.name()) + "=" + encoded(one.value()))
            .collect(Collectors.joining("&"));

    assertThat(Query.parse(text).parameters()).isEqualTo(parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void anEqualsSignInAValueIsPartOfIt() {
    assertThat(Query.parse("a=b=c&=d").parameters())
        .containsExactly(new Parameter("a", "b=c"), new Parameter("", "d"));
  }

  @Test
  void tooManyParametersAreRefused() {
    assertThat(Query.parse("a&".repeat(512)).all("a")).hasSize(512);
    assertThatThrownBy(() -> Query.parse("a&".repeat(513)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown ->
                assertThat(thrown.problem().detail()).contains("513 parameters; at most 512"));
  }
}
