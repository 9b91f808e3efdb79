package dev.ashlar.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ashlar.web.rest.RestWorld.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;

/// One request and what must come of it, as data.
///
/// Expectations are `/pointer = text` for JSON, `/pointer absent`, `/pointer size 3`, and `Header:
/// text`, where an empty text means that the header is absent. Names in braces stand for keys of
/// the fixture.
record Step(
    String actor,
    String method,
    String target,
    Map<String, String> headers,
    String body,
    int status,
    List<String> expected,
    int journalled) {

  /// A request such as `GET /api/tasks?priority.gte=3`; the query is given decoded.
  static Step of(String actor, String request, int status, String... expected) {
    int space = request.indexOf(' ');
    return new Step(
        actor,
        request.substring(0, space),
        request.substring(space + 1),
        Map.of(),
        "",
        status,
        List.of(expected),
        0);
  }

  Step with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Step(actor, method, target, more, body, status, expected, journalled);
  }

  Step sending(String json) {
    return new Step(actor, method, target, headers, json, status, expected, journalled);
  }

  /// Says how many changes must have been written down.
  Step journalling(int changes) {
    return new Step(actor, method, target, headers, body, status, expected, changes);
  }

  DynamicTest test(RestWorld world, Map<String, String> keys) {
    return DynamicTest.dynamicTest(toString(), () -> run(world, keys));
  }

  /// Sends the request and checks everything.
  Reply run(RestWorld world, Map<String, String> keys) {
    long before = world.count("ashlar_audit");
    var filled = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> filled.put(name, fill(value, keys)));
    Reply reply = world.send(actor, method, encode(fill(target, keys)), filled, fill(body, keys));
    assertThat(reply.status()).as("%s: %s", this, reply.body()).isEqualTo(status);
    for (String each : expected) {
      check(reply, fill(each, keys));
    }
    assertThat(world.count("ashlar_audit") - before).as("%s: audited", this).isEqualTo(journalled);
    return reply;
  }

  static String fill(String text, Map<String, String> keys) {
    String filled = text;
    for (var each : keys.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }

  private static String encode(String target) {
    int mark = target.indexOf('?');
    if (mark < 0) {
      return target;
    }
    return target.substring(0, mark + 1)
        + Arrays.stream(target.substring(mark + 1).split("&", -1))
            .map(
                each -> {
                  int equals = each.indexOf('=');
                  return equals < 0
                      ? RestWorld.encoded(each)
                      : RestWorld.encoded(each.substring(0, equals))
                          + "="
                          + RestWorld.encoded(each.substring(equals + 1));
                })
            .collect(Collectors.joining("&"));
  }

  private void check(Reply reply, String expectation) {
    if (!expectation.startsWith("/")) {
      int colon = expectation.indexOf(": ");
      assertThat(reply.header(expectation.substring(0, colon)).orElse(""))
          .as("%s: %s", this, expectation)
          .isEqualTo(expectation.substring(colon + 2));
      return;
    }
    int space = expectation.indexOf(' ');
    JsonNode found = reply.json().at(expectation.substring(0, space));
    String rest = expectation.substring(space + 1);
    if (rest.equals("absent")) {
      assertThat(found.isMissingNode())
          .as("%s: %s in %s", this, expectation, reply.body())
          .isTrue();
    } else if (rest.startsWith("size ")) {
      assertThat(found.size())
          .as("%s: %s in %s", this, expectation, reply.body())
          .isEqualTo(Integer.parseInt(rest.substring(5)));
    } else if (rest.startsWith("all ")) {
      var texts = new ArrayList<String>();
      found.forEach(item -> texts.add(item.path(rest.substring(4, rest.indexOf(" = "))).asText()));
      assertThat(String.join(",", texts))
          .as("%s: %s in %s", this, expectation, reply.body())
          .isEqualTo(rest.substring(rest.indexOf(" = ") + 3));
    } else {
      assertThat(found.isMissingNode() ? "(absent)" : found.asText())
          .as("%s: %s in %s", this, expectation, reply.body())
          .isEqualTo(rest.substring(2));
    }
  }

  @Override
  public String toString() {
    String sent = body.length() > 80 ? body.substring(0, 80) + "…" : body;
    return "%s %s as %s %s %s".formatted(method, target, actor, headers, sent);
  }
}
