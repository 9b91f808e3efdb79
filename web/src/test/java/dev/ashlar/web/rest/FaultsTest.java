package dev.ashlar.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.ValueType.Kind;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import dev.ashlar.web.rest.RestWorld.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The table of cases of every parameter and field with every class of fault: each is answered with
/// a 4xx problem that points at it, and none with 5xx.
@OnEveryDatabase
final class FaultsTest {
  private static final EntityModel<Sample> SAMPLE = Sample_.MODEL;

  private final RestWorld world;

  FaultsTest(TestDatabase where) {
    world = new RestWorld(where);
  }

  @AfterEach
  void close() {
    world.close();
  }

  // ---- fields ----

  /// JSON that does not fit a column, by the class of its fault.
  private static Map<String, String> wrong(ValueType type) {
    String outOfRange =
        switch (type.kind()) {
          case INT -> "99999999999";
          case LONG -> "9223372036854775808";
          case DOUBLE -> "1e999";
          case DECIMAL -> "1e5000";
          case INTEGER -> "1" + "0".repeat(1000);
          case INSTANT -> "\"+12026-01-01T00:00:00Z\"";
          case DATE -> "\"2026-02-30\"";
          case TIME -> "\"25:00:00\"";
          case DATE_TIME -> "\"2026-13-01T00:00:00\"";
          case DURATION -> "\"PT999999999999999999H\"";
          case ENUM -> "\"open\"";
          case UUID -> "\"0199b5a2-7c1e-7f00-8000-00805f9b34fg\"";
          case BOOLEAN -> "2";
          case BYTES -> "\"###\"";
          case JSON -> type.javaType() == Place.class ? "{\"floor\":1}" : "[1]";
          case STRING -> "\"a\\u0000b\"";
        };
    return Map.of(
        "an object", type.kind() == Kind.JSON ? "{\"x\":{\"y\":[1,{}]}}" : "{\"a\":{\"b\":[1]}}",
        "a list of lists", "[[1,[2]]]",
        "another scalar", type.kind() == Kind.BOOLEAN ? "\"true\"" : "true",
        "out of range", outOfRange,
        "half a character", type.kind() == Kind.JSON ? "[\"\\ud800\"]" : "\"\\ud800\"");
  }

  @Test
  void pointsAtEveryFieldThatDoesNotFit() {
    for (Column<?, ?> column : SAMPLE.columns()) {
      if (!column.plain()) {
        continue;
      }
      wrong(column.type())
          .forEach(
              (fault, json) -> {
                String body = "{\"%s\":%s}".formatted(column.property(), json);
                Reply reply = world.post("admin", "/api/samples", body);
                pointed(reply, 422, "/" + column.property(), fault + ": " + body);
              });
      String twice = "{\"%1$s\":null,\"%1$s\":null}".formatted(column.property());
      pointed(world.post("admin", "/api/samples", twice), 422, "/" + column.property(), twice);
      String misspelt = "{\"%sX\":null}".formatted(column.property());
      pointed(
          world.post("admin", "/api/samples", misspelt),
          422,
          "/" + column.property() + "X",
          misspelt);
    }
    assertThat(world.count("samples")).isZero();
  }

  @Test
  void pointsAtAllFieldsThatDoNotFitAtOnce() {
    var parts = new ArrayList<String>();
    for (Column<?, ?> column : SAMPLE.columns()) {
      if (column.plain()) {
        parts.add("\"%s\":{\"a\":[{\"b\":[]}]}".formatted(column.property()));
      }
    }
    Reply reply = world.post("admin", "/api/samples", "{" + String.join(",", parts) + "}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/errors").size()).as(reply.body()).isEqualTo(parts.size());
  }

  @Test
  void answersEveryBrokenBodyAsBroken() {
    String whole = "{\"text\":\"a\",\"tags\":[\"b\"],\"place\":{\"name\":\"c\"},\"number\":1.5e3}";
    var bodies = new ArrayList<String>();
    for (int i = 1; i < whole.length(); i++) {
      bodies.add(whole.substring(0, i));
    }
    bodies.addAll(
        List.of(
            whole + "}",
            whole + "x",
            "{'text':1}",
            "{text:1}",
            "{\"text\":01}",
            "{\"text\":+1}",
            "{\"text\":NaN}",
            "{\"text\":1e}",
            "{\"text\":\"\\x\"}",
            "{\"text\":\"a\nb\"}",
            "{\"text\":1,}",
            "/**/{}",
            "[".repeat(5000),
            "{\"a\":".repeat(5000),
            "{\"real\":1e99999999999}",
            "{\"huge\":" + "9".repeat(2000) + "}",
            "{\"" + "x".repeat(60_000) + "\":1}"));
    for (String body : bodies) {
      Reply reply = world.post("admin", "/api/samples", body);
      assertThat(reply.status()).as(body).isBetween(400, 422);
      assertThat(reply.at("/code")).as(body).isIn("malformed_json", "invalid");
    }
    assertThat(world.count("samples")).isZero();
  }

  // ---- parameters ----

  private record Parameter(String name, List<String> wrong) {}

  private static List<Parameter> parameters() {
    var all = new ArrayList<Parameter>();
    for (Column<?, ?> column : SAMPLE.columns()) {
      for (FilterOperator operator : FilterOperator.values()) {
        String name = column.property() + "." + operator.word();
        if (!operator.takes(column.type())) {
          all.add(new Parameter(name, List.of("1")));
        } else if (operator == FilterOperator.IS_NULL) {
          all.add(new Parameter(name, List.of("", "1", "TRUE", "null", "true,false")));
        } else {
          all.add(new Parameter(name, texts(column.type())));
        }
      }
      all.add(new Parameter(column.property() + ".", List.of("1")));
      all.add(new Parameter(column.property() + ".like", List.of("1")));
      all.add(new Parameter(column.property() + ".eq.eq", List.of("1")));
    }
    all.add(new Parameter("limit", List.of("", "0", "-1", "101", "1.5", "x", "99999999999", "٣")));
    all.add(
        new Parameter(
            "order",
            List.of("", "-", "nothing", "text,", "text,text", "text,-text", "tags", "flag")));
    all.add(new Parameter("select", List.of("", "nothing", "text,text", "text,", "*")));
    all.add(new Parameter("include", List.of("", "text", "nothing", "a.b.c.d.e.f", ".")));
    all.add(new Parameter("after", List.of("", "x", "%", "A".repeat(6000))));
    all.add(new Parameter("search", List.of("x")));
    all.add(new Parameter("nothing", List.of("", "1")));
    all.add(new Parameter("id.limit", List.of("1")));
    all.add(new Parameter(".limit", List.of("1")));
    all.add(new Parameter("", List.of("1")));
    all.add(new Parameter("a/b~c", List.of("1")));
    all.add(new Parameter("Text", List.of("1")));
    return all;
  }

  private static List<String> texts(ValueType type) {
    return switch (type.kind()) {
      case STRING -> List.of("a\u0000b");
      case BOOLEAN -> List.of("", "TRUE", "1", "null", "a\u0000");
      case UUID -> List.of("", "1", "0199b5a2-7c1e-7f00-8000-00805f9b34f", "\u0000");
      case INT, LONG, INTEGER ->
          List.of("", "x", "1.5", "1e3", "0x1", "+1", "--1", " 1", "٣", "1" + "0".repeat(1000));
      case DOUBLE, DECIMAL ->
          List.of(
              "", "x", "NaN", "Infinity", "1e", ".5", "5.", "+1", "1d", "1e99999", "1e9999999999");
      case ENUM -> List.of("", "open", "OPEN ", "NOTHING");
      case INSTANT, DATE, TIME, DATE_TIME ->
          List.of("", "now", "2026", "2026-13-01", "2026-02-30T00:00:00Z", "25:00", "+12026-01-01");
      case DURATION -> List.of("", "1h", "P", "PT9999999999999999H");
      case BYTES -> List.of("#", "a");
      case JSON -> List.of("1");
    };
  }

  @Test
  void pointsAtEveryParameterThatDoesNotFit() {
    for (Parameter parameter : parameters()) {
      for (String value : parameter.wrong()) {
        String target = "/api/samples?" + pair(parameter.name(), value);
        String pointer = Pointers.then("", parameter.name());
        pointed(world.get("admin", target), 400, pointer, parameter.name() + "=" + value);
      }
      String twice =
          "/api/samples?" + pair(parameter.name(), "1") + "&" + pair(parameter.name(), "1");
      pointed(
          world.get("admin", twice), 400, Pointers.then("", parameter.name()), "twice " + twice);
    }
  }

  @Test
  void pointsIntoAFilterOfJson() {
    Map.ofEntries(
            Map.entry("", "/where"),
            Map.entry("[]", "/where"),
            Map.entry("1", "/where"),
            Map.entry("{", "/where"),
            Map.entry("{} {}", "/where"),
            Map.entry("{\"nothing\":1}", "/where/nothing"),
            Map.entry("{\"a/b\":1}", "/where/a~1b"),
            Map.entry("{\"\\ud800\":1}", "/where/\ufffd"),
            Map.entry("{\"number\":\"1\"}", "/where/number"),
            Map.entry("{\"number\":[1]}", "/where/number"),
            Map.entry("{\"number\":{\"gte\":\"x\"}}", "/where/number/gte"),
            Map.entry("{\"number\":{\"gte\":null}}", "/where/number/gte"),
            Map.entry("{\"number\":{\"in\":1}}", "/where/number/in"),
            Map.entry("{\"number\":{\"in\":[1,\"x\",{}]}}", "/where/number/in"),
            Map.entry("{\"number\":{\"like\":{\"a\":[1]}}}", "/where/number/like"),
            Map.entry("{\"number\":{\"contains\":\"1\"}}", "/where/number/contains"),
            Map.entry("{\"text\":{\"contains\":1}}", "/where/text/contains"),
            Map.entry("{\"text\":\"\\u0000\"}", "/where/text"),
            Map.entry("{\"text\":\"\\ud800\"}", "/where/text"),
            Map.entry("{\"tags\":[]}", "/where/tags"),
            Map.entry("{\"tags\":{\"eq\":[]}}", "/where/tags"),
            Map.entry("{\"place\":{\"name\":\"x\"}}", "/where/place/name"),
            Map.entry("{\"flag\":{\"isNull\":1}}", "/where/flag/isNull"),
            Map.entry("{\"flag\":{\"lt\":true}}", "/where/flag/lt"),
            Map.entry("{\"and\":{}}", "/where/and"),
            Map.entry("{\"and\":[1]}", "/where/and/0"),
            Map.entry("{\"or\":[{},{\"nothing\":1}]}", "/where/or/1/nothing"),
            Map.entry("{\"not\":[]}", "/where/not"),
            Map.entry("{\"not\":".repeat(30) + "{}" + "}".repeat(30), "/where" + "/not".repeat(20)))
        .forEach(
            (where, pointer) ->
                pointed(
                    world.get("admin", "/api/samples?" + pair("where", where)),
                    400,
                    pointer,
                    where));
    String many = "{\"or\":[" + "{\"number\":1},".repeat(100) + "{\"number\":1}]}";
    assertThat(world.get("admin", "/api/samples?" + pair("where", many)).at("/errors/0/code"))
        .isEqualTo("too_many_conditions");
  }

  @Test
  void boundsWhatIsIncluded() {
    var reply =
        world.get(
            "admin",
            "/api/crews?limit=100&include=projects.tasks.comments&projects.limit=100&projects.tasks.limit=100");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/errors/0/code")).isEqualTo("too_many_rows");
    for (var each :
        Map.of(
                "include=projects&projects.limit=0", "/projects.limit",
                "include=projects&projects.limit=101", "/projects.limit",
                "include=projects&projects.order=nothing", "/projects.order",
                "include=projects&projects.where=1", "/projects.where",
                "include=projects&projects.nothing=1", "/projects.nothing",
                "projects.limit=1", "/projects.limit",
                "include=projects.crew&projects.crew.limit=1", "/projects.crew.limit",
                "include=projects&projects.tasks.limit=1", "/projects.tasks.limit",
                "include=vaults", "/include",
                "vaults.content=1", "/vaults.content")
            .entrySet()) {
      pointed(
          world.get("admin", "/api/crews?" + each.getKey()), 400, each.getValue(), each.getKey());
    }
  }

  @Test
  void refusesWhatIsNoRequestForRows() {
    assertThat(world.get("admin", "/api/samples/%00").status()).isBetween(400, 404);
    assertThat(world.get("admin", "/api/samples/%ff").status()).isBetween(400, 404);
    assertThat(world.get("admin", "/api/samples?%ff=1").status()).isEqualTo(400);
    assertThat(world.get("admin", "/api/nothing").status()).isEqualTo(404);
    assertThat(world.send("admin", "DELETE", "/api/samples", Map.of(), "").status()).isEqualTo(405);
    for (String method : List.of("PATCH", "PUT")) {
      assertThat(
              world
                  .send(
                      "admin",
                      method,
                      "/api/samples/0199b5a2-7c1e-7f00-8000-00805f9b34fb",
                      Map.of("If-Match", "\"1\"", "Content-Type", "text/csv"),
                      "{}")
                  .status())
          .isEqualTo(415);
    }
    assertThat(
            world
                .post("admin", "/api/samples", "{\"text\":\"" + "x".repeat(2_000_000) + "\"}")
                .status())
        .isEqualTo(413);
  }

  private static String pair(String name, String value) {
    return RestWorld.encoded(name) + "=" + RestWorld.encoded(value);
  }

  private static void pointed(Reply reply, int status, String pointer, String what) {
    assertThat(reply.status()).as("%s: %s", what, reply.body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).contains("application/problem+json");
    var pointers = new ArrayList<String>();
    reply.json().at("/errors").forEach(error -> pointers.add(error.path("pointer").asText()));
    assertThat(pointers)
        .as("%s: %s", what, reply.body())
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found).startsWith(pointer));
  }
}
