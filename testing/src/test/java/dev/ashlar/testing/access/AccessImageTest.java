package dev.ashlar.testing.access;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.INVOKE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Expr.Search;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.AccessImage;
import dev.ashlar.runtime.access.MalformedAccessImageException;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules are written as JSON and read back as they were.
final class AccessImageTest {
  private static final String GOLDEN =
      """
      {
        "format": 1,
        "entities": [
          {
            "entity": "areas",
            "scopes": [
              "crew"
            ],
            "allows": [
              {"verb":"read","when":true}
            ],
            "denies": [],
            "checks": [],
            "fields": []
          },
          {
            "entity": "items",
            "scopes": [
              "area.crew"
            ],
            "allows": [
              {"verb":"read","when":{"op":"or","of":[{"op":"can","permission":"items:read"},{"op":"eq","left":{"column":"maker"},"right":{"type":"uuid","actor":"id"}},{"op":"in","value":{"column":"area.crew"},"many":{"type":"uuid","teams":"items:read"}}]}},
              {"verb":"update","when":{"op":"and","of":[{"op":"lt","left":{"column":"price"},"right":{"type":"decimal","value":10.50}},{"op":"in","value":{"column":"kind"},"many":{"type":"dev.ashlar.testing.access.Grade","values":["ALPHA","GAMMA"]},"negated":true}]}},
              {"verb":"invoke","action":"close","when":{"op":"any","path":"","relation":"marks","where":{"op":"contains","text":{"column":"word"},"part":{"type":"text","value":"ok \\"é\\""}}}}
            ],
            "denies": [
              {"verb":"update","when":{"op":"eq","left":{"before":"open"},"right":{"type":"boolean","value":false}}},
              {"verb":"delete","when":{"op":"eq","left":{"before":"open"},"right":{"type":"boolean","value":false}}},
              {"verb":"invoke","when":{"op":"present","path":"owner","negated":true}}
            ],
            "checks": [
              {"verb":"create","when":{"op":"eq","left":{"column":"title"},"right":{"type":"text","attribute":"word"}}},
              {"verb":"update","when":{"op":"search","path":"area","words":{"type":"text","value":"x"}}}
            ],
            "fields": [
              {"column":"note","read":{"op":"is_null","value":{"column":"owner"}},"write":true},
              {"column":"price","read":false,"write":false}
            ]
          }
        ]
      }
      """;

  private static final class ItemPolicy implements Policy<Item> {
    @Override
    public void rules(Rules<Item> r) {
      r.field(Item_.price).internal();
      r.field(Item_.note).read(Item_.owner.isNull());
      r.scope(Item_.area().crew);
      r.allowAction("close").when(Item_.marks.any(m -> m.word.contains("ok \"é\"")));
      r.allow(UPDATE)
          .when(
              Item_.price
                  .lt(new BigDecimal("10.50"))
                  .and(Item_.kind.in(Grade.ALPHA, Grade.GAMMA).not()));
      r.allow(READ)
          .when(
              can("items:read")
                  .or(Item_.maker.eq(actor()))
                  .or(Item_.area().crew.in(actorTeams("items:read"))));
      r.deny(INVOKE).when(new Present(Path.ROOT.then(Item_.owner.relation()), true));
      r.deny(UPDATE, DELETE).when(before(Item_.open).eq(false));
      r.check(
          UPDATE,
          new Search(
              Path.ROOT.then(Item_.area.relation()),
              Area_.MODEL,
              new Value(ValueType.STRING, "x"),
              false));
      r.check(CREATE, Item_.title.eq(actorAttribute("word", ValueType.STRING)));
    }
  }

  private static final class AreaPolicy implements Policy<Area> {
    @Override
    public void rules(Rules<Area> r) {
      r.scope(Area_.crew);
      r.allow(READ).always();
    }
  }

  private static AccessImage image() {
    return Access.of(Map.of(Item_.MODEL, new ItemPolicy(), Area_.MODEL, new AreaPolicy())).image();
  }

  @Test
  void isWrittenInOneOrder() {
    var other = new LinkedHashMap<EntityModel<?>, Policy<?>>();
    other.put(Item_.MODEL, new ItemPolicy());
    other.put(Area_.MODEL, new AreaPolicy());

    assertThat(image().json()).isEqualTo(GOLDEN);
    assertThat(Access.of(other).image().json()).isEqualTo(GOLDEN);
    assertThat(Access.of(other).image()).isEqualTo(image());
  }

  @Test
  void isReadBackAsItWas() {
    assertThat(AccessImage.parse(World.MODEL, GOLDEN)).isEqualTo(image());
  }

  @Test
  void keepsEveryRuleThereCanBe() {
    for (int seed = 0; seed < 400; seed++) {
      var image = new World(seed).image();

      var read = AccessImage.parse(World.MODEL, image.json());

      assertThat(read).as("world %d", seed).isEqualTo(image);
      assertThat(read.json()).as("world %d", seed).isEqualTo(image.json());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"format\": 1| \"format\": 2| its \"format\" is 2, and this version of Ashlar reads 1",
        "\"entity\": \"areas\"| \"entity\": \"ares\"| the model has no entity \"ares\"",
        "\"column\":\"price\"| \"column\":\"cost\"| Item has no \"cost\"",
        "\"area.crew\"| \"area.gang\"| Area has no \"gang\"",
        "testing.access.Grade| testing.access.Mood| nor an enum of any column",
        "\"ALPHA\",| \"LOUD\",| Expected one of",
        "\"op\":\"in\"| \"op\":\"within\"| \"within\" is no condition",
        "\"when\":true| \"then\":true| where a value called \"when\" should be",
        "\"denies\": []| \"denies\": {}| where a list called \"denies\" should be",
        "\"fields\": []| \"fields\": [| it is not JSON"
      })
  void saysWhatIsNotAsItWasWritten(String found, String put, String said) {
    assertThat(GOLDEN).contains(found);

    assertThatThrownBy(() -> AccessImage.parse(World.MODEL, GOLDEN.replace(found, put)))
        .isInstanceOf(MalformedAccessImageException.class)
        .hasMessageContaining("An access image cannot be read: ")
        .hasMessageContaining(said);
  }

  @Test
  void differsInALineForEachRule() {
    var changed = GOLDEN.replace("\"value\":10.50", "\"value\":11");

    assertThat(changed.lines().filter(line -> !List.of(GOLDEN.split("\n")).contains(line)))
        .hasSize(1);
    assertThat(AccessImage.parse(World.MODEL, changed)).isNotEqualTo(image());
  }
}
