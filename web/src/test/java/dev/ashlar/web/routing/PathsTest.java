package dev.ashlar.web.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Templates and the paths of requests, by themselves.
final class PathsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a           | does not start with a slash
          /a/         | ends with a slash
          /a//b       | has an empty segment
          /{}         | "{}" is no parameter
          /{a b}      | "{a b}" is no parameter
          /{a}/{a}    | two parameters named a
          /{a...}/b   | a tail must be the last segment
          /x{a}       | "x{a}" has '{'
          /a%20b      | "a%20b" has '%'
          /a/../b     | dot segment
          """)
  void aWrongTemplateIsRefused(String template, String fault) {
    assertThatThrownBy(() -> PathTemplate.of(template))
        .isInstanceOf(RouteException.class)
        .hasMessageContaining("The route template \"" + template + "\" is wrong")
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource({"/a/{x}, /a/{y}", "/a, /a", "/{x...}, /{y...}", "/, /"})
  void routesThatCannotBeToldApartAreRefused(String first, String second) {
    Router.Builder<String> builder = Router.builder();
    builder.add(Method.GET, PathTemplate.of(first), "first");
    builder.add(Method.POST, PathTemplate.of(second), "another method");

    assertThatThrownBy(() -> builder.add(Method.GET, PathTemplate.of(second), "second"))
        .isInstanceOf(RouteException.class)
        .hasMessageContaining("GET " + first)
        .hasMessageContaining("GET " + second);
  }

  @Test
  void anUnknownParameterIsNamed() {
    assertThatThrownBy(() -> PathTemplate.of("/a/{id}").indexOf("ID"))
        .hasMessage("The route /a/{id} has no path parameter \"ID\"; it has [id].");
  }

  @Test
  void aPathOfTooManySegmentsIsRefused() {
    assertThatThrownBy(() -> new RequestPath().read("/a".repeat(65)))
        .isInstanceOf(MalformedUrlException.class)
        .hasMessageContaining("more than 64 segments");
  }

  @Property
  void anyTextWithoutControlsComesBackFromItsEncoding(@ForAll @StringLength(min = 1) String any) {
    String text = any.replaceAll("[\\x00-\\x1f\\x7f\\p{Cs}]", "_");
    if (text.equals(".") || text.equals("..")) {
      return;
    }
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    RequestPath path = new RequestPath().read("/x/" + encoded);

    assertThat(PathTemplate.of("/x/{text}").values(path)).containsExactly(text);
  }
}
