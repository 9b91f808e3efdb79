package dev.ashlar.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Ten thousand hostile texts through every filter and field: no statement's text depends on one,
/// which shows in the number of plans, and each is found again as it was stored.
@OnEveryDatabase
final class HostileTextsTest {
  private static final int TEXTS = 10_000;
  private static final int AT_ONCE = 200;

  private static final List<String> SEEDS =
      List.of(
          "'",
          "''",
          "\"",
          "`",
          "\\",
          "%",
          "_",
          ";",
          "--",
          "/*",
          "*/",
          "$1",
          "?1",
          ":a",
          "@a",
          "#",
          "' OR '1'='1",
          "'; DROP TABLE \"tasks\"; --",
          "\\'; SELECT 1; --",
          "$$",
          "E'\\x27'",
          "||",
          "NULL",
          "null",
          "true",
          "{}",
          "[]",
          "{\"a\":1}",
          "\n",
          "\r",
          "\t",
          "\u007f",
          "\u0001",
          "\u202e",
          "\ufeff",
          "\u00a0",
          "é",
          "e\u0301",
          "ß",
          "İ",
          "ı",
          "Σ",
          "ﬁ",
          "𝔘",
          "👩‍👩‍👧",
          "\uffff",
          "&",
          "|",
          "!",
          "(",
          ")",
          "<->",
          ":*",
          "*",
          "^",
          "NEAR(a b)",
          "AND",
          "OR",
          "NOT",
          "a b",
          " ",
          "../",
          "%00",
          "<script>",
          "${x}",
          "{{x}}",
          "0x1",
          "1e9",
          "-1",
          "9".repeat(40),
          "x".repeat(300));

  private final RestWorld world;

  HostileTextsTest(TestDatabase where) {
    world = new RestWorld(where);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static List<String> texts() {
    var random = new Random(7);
    var texts = new ArrayList<>(SEEDS);
    while (texts.size() < TEXTS) {
      var text = new StringBuilder();
      for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
        text.append(
            random.nextInt(3) == 0
                ? Character.toString(1 + random.nextInt(0xd7fe))
                : SEEDS.get(random.nextInt(SEEDS.size())));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static String json(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  @Test
  void makesNoPlanOfAText() {
    String crew = world.create("crews", "{\"name\":\"A\"}");
    String project = world.create("projects", "{\"name\":\"P\",\"crewId\":\"%s\"}".formatted(crew));
    // Words, and none.
    ask("a", "b");
    ask("a", "-");
    write(project, List.of("a", "b"));
    long plans = world.plans();

    var texts = texts();
    for (int i = 0; i < texts.size(); i += AT_ONCE) {
      write(project, texts.subList(i, i + AT_ONCE));
    }
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      ask(texts.get(i), texts.get(i + 1));
    }

    assertThat(world.plans()).isEqualTo(plans);
    assertThat(world.count("samples")).isEqualTo(TEXTS + 2);
    found();
  }

  /// Stores texts, in a column of text, in a list and in a record.
  private void write(String project, List<String> texts) {
    var rows = new ArrayList<String>();
    for (String text : texts) {
      rows.add("{\"text\":%1$s,\"tags\":[%1$s],\"place\":{\"name\":%1$s}}".formatted(json(text)));
    }
    var reply =
        world.send(
            "admin",
            "POST",
            "/api/samples",
            Map.of("Prefer", "return=minimal"),
            "[" + String.join(",", rows) + "]");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    // A key and a constraint see the text as well; only the answer's class matters.
    var one =
        world.post(
            "admin",
            "/api/tasks",
            "{\"title\":%s,\"status\":\"OPEN\",\"priority\":1,\"projectId\":\"%s\"}"
                .formatted(json(texts.getFirst()), project));
    assertThat(one.status()).as(one.body()).isIn(201, 422);
  }

  /// Asks by every operator on text, in both spellings, and by words.
  private void ask(String one, String other) {
    String where =
        """
        {"or":[{"text":%1$s},{"text":{"ne":%2$s,"in":[%1$s,%2$s],"nin":[%2$s],"lt":%1$s,"gte":%2$s,
        "contains":%1$s,"startsWith":%2$s,"endsWith":%1$s,"matches":%2$s}}]}\
        """
            .formatted(json(one), json(other));
    for (String target :
        List.of(
            "/api/samples?limit=1&where=" + RestWorld.encoded(where),
            "/api/samples?limit=1&text.contains=%1$s&text.ne=%2$s&text.in=%1$s,%2$s&text.lte=%1$s"
                .formatted(RestWorld.encoded(one), RestWorld.encoded(other)),
            "/api/tasks?limit=1&project.name.matches=%s&search=%s"
                .formatted(RestWorld.encoded(one), RestWorld.encoded(other)))) {
      var reply = world.get("admin", target);
      assertThat(reply.status()).as("%s: %s", target, reply.body()).isEqualTo(200);
    }
  }

  /// Each text is found by itself.
  private void found() {
    for (String text : SEEDS) {
      var reply = world.get("admin", "/api/samples?limit=1&text=" + RestWorld.encoded(text));
      assertThat(reply.at("/items/0/text")).as(reply.body()).isEqualTo(text);
      assertThat(reply.at("/items/0/tags/0")).isEqualTo(text);
      assertThat(reply.at("/items/0/place/name")).isEqualTo(text);
    }
  }
}
