package dev.ashlar.web.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.web.routing.PathTemplate.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/// The router against a matcher that tries every template on the split path.
final class RouterPropertiesTest {
  record Rule(Method method, PathTemplate template) {
    String shape() {
      return method
          + " "
          + template.segments().stream()
              .map(
                  segment ->
                      segment instanceof Segment.Literal(String text) ? text : rank(segment) + "{")
              .collect(Collectors.joining("/"));
    }
  }

  private static int rank(Segment segment) {
    return switch (segment) {
      case Segment.Literal literal -> 0;
      case Segment.Parameter parameter -> 1;
      case Segment.Tail tail -> 2;
    };
  }

  @Provide
  Arbitrary<List<Rule>> rules() {
    Arbitrary<String> segment = Arbitraries.of("a", "b", "ab", "Aa", "BB", "é", "{p}");
    Arbitrary<PathTemplate> template =
        Combinators.combine(
                segment.list().ofMaxSize(4),
                Arbitraries.frequency(Tuple.of(4, ""), Tuple.of(1, "/{rest...}")))
            .as(RouterPropertiesTest::template);
    return Combinators.combine(Arbitraries.of(Method.GET, Method.POST, Method.DELETE), template)
        .as(Rule::new)
        .list()
        .ofMaxSize(12)
        .map(RouterPropertiesTest::distinct);
  }

  /// Numbers the parameters, whose names must differ.
  private static PathTemplate template(List<String> segments, String tail) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      text.append('/').append(segments.get(i).replace("{p}", "{p" + i + "}"));
    }
    text.append(tail);
    return PathTemplate.of(text.isEmpty() ? "/" : text.toString());
  }

  private static List<Rule> distinct(List<Rule> rules) {
    return List.copyOf(
        rules.stream()
            .collect(Collectors.toMap(Rule::shape, rule -> rule, (first, second) -> first))
            .values());
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of("a", "b", "ab", "Aa", "BB", "%C3%A9", "%61")),
            Tuple.of(1, Arbitraries.of("c", "%2F", "a%2Fb", "")))
        .list()
        .ofMaxSize(6)
        .map(segments -> "/" + String.join("/", segments));
  }

  @Property(tries = 3000)
  void findsWhatTryingEveryTemplateFinds(
      @ForAll("rules") List<Rule> rules, @ForAll("paths") String path, @ForAll Method method) {
    Router.Builder<Rule> builder = Router.builder();
    rules.forEach(rule -> builder.add(rule.method(), rule.template(), rule));
    RequestPath read = new RequestPath().read(path);
    Endpoint<Rule> endpoint = builder.build().match(read);
    List<String> segments = split(path);

    List<Rule> expected = bestOnPath(rules, segments);
    Statistics.label("found")
        .collect(endpoint != null)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 10 && share < 90));
    assertThat(endpoint == null).isEqualTo(expected.isEmpty());
    if (endpoint != null) {
      Optional<Rule> rule =
          expected.stream().filter(one -> takes(one, method, expected)).findFirst();
      Rule found = endpoint.target(method);
      assertThat(Optional.ofNullable(found)).isEqualTo(rule);
      if (found != null) {
        assertThat(found.template().values(read))
            .containsExactlyElementsOf(values(found.template(), segments));
      }
    }
  }

  private static boolean takes(Rule rule, Method method, List<Rule> all) {
    boolean headByGet =
        method == Method.HEAD
            && rule.method() == Method.GET
            && all.stream().noneMatch(one -> one.method() == Method.HEAD);
    return rule.method() == method || headByGet;
  }

  /// All rules of the most literal template that matches.
  private static List<Rule> bestOnPath(List<Rule> rules, List<String> segments) {
    List<Rule> matching =
        rules.stream().filter(rule -> matches(rule.template().segments(), segments)).toList();
    Comparator<Rule> byRanks =
        Comparator.comparing(
            rule -> ranks(rule.template()), (left, right) -> Arrays.compare(left, right));
    return matching.stream()
        .min(byRanks)
        .map(best -> matching.stream().filter(rule -> byRanks.compare(rule, best) == 0).toList())
        .orElse(List.of());
  }

  private static int[] ranks(PathTemplate template) {
    return template.segments().stream().mapToInt(RouterPropertiesTest::rank).toArray();
  }

  private static boolean matches(List<Segment> template, List<String> segments) {
    if (segments.stream().anyMatch(String::isEmpty)) {
      return false;
    }
    if (template.isEmpty() || segments.isEmpty()) {
      return template.isEmpty() && segments.isEmpty();
    }
    List<Segment> rest = template.subList(1, template.size());
    List<String> left = segments.subList(1, segments.size());
    return switch (template.getFirst()) {
      case Segment.Literal(String text) -> text.equals(segments.getFirst()) && matches(rest, left);
      case Segment.Parameter parameter -> matches(rest, left);
      case Segment.Tail tail -> true;
    };
  }

  private static List<String> values(PathTemplate template, List<String> segments) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < template.segments().size(); i++) {
      switch (template.segments().get(i)) {
        case Segment.Literal literal -> {}
        case Segment.Parameter parameter -> values.add(segments.get(i));
        case Segment.Tail tail ->
            values.add(String.join("/", segments.subList(i, segments.size())));
      }
    }
    return values;
  }

  /// The path's segments without the empty one behind a last slash.
  private static List<String> split(String path) {
    List<String> segments =
        Stream.of(path.substring(1).split("/", -1))
            .map(text -> text.replace("%C3%A9", "é").replace("%61", "a").replace("%2F", "/"))
            .collect(Collectors.toCollection(ArrayList::new));
    if (segments.getLast().isEmpty()) {
      segments.removeLast();
    }
    return segments;
  }
}
