package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.identity.token.TokenCheck.Invalid;
import dev.ashlar.identity.token.TokenCheck.Reason;
import dev.ashlar.identity.token.TokenCheck.Valid;
import dev.ashlar.testing.time.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class KeyRingTest {
  private final SettableClock clock = SettableClock.at("2026-01-31T12:00:00Z");
  private final SigningKeyStore store = new SigningKeysInMemory();
  private final KeyRing ring = open();

  @Test
  void makesTheFirstKeyAndKeepsIt() {
    var first = ring.current();

    assertThat(store.load()).containsExactly(first);
    assertThat(open().current().id()).isEqualTo(first.id());
  }

  @Test
  void makesTheNextKeyKnownBeforeItSigns() {
    var first = ring.current();
    clock.advance(Duration.ofDays(30).minus(Duration.ofMinutes(5)));
    ring.maintain();

    var second = store.load().getLast();
    assertThat(second.generation()).isEqualTo(2);
    assertThat(ring.find(second.id())).contains(second);
    assertThat(ring.current()).isEqualTo(first);

    clock.advance(Duration.ofMinutes(5));
    assertThat(ring.current()).isEqualTo(second);
    assertThat(ring.find(first.id())).contains(first);
  }

  @Test
  void changesNothingBeforeTheTime() {
    var before = store.load();

    clock.advance(Duration.ofDays(29));
    ring.maintain();

    assertThat(store.load()).isEqualTo(before);
  }

  @Test
  void acceptsTokensOfAFormerKeyUntilTheyAreOver() {
    var tokens = new AccessTokens(TokenSettings.of("i", "a"), ring, clock);
    var user = UUID.randomUUID();
    makeTheNext(ring);
    clock.advance(Duration.ofMinutes(4));
    var old = tokens.issue(user, user).text();
    clock.advance(Duration.ofMinutes(2));
    var recent = tokens.issue(user, user).text();
    ring.maintain();

    assertThat(keyOf(old)).isNotEqualTo(keyOf(recent));
    assertThat(tokens.check(old)).isInstanceOf(Valid.class);
    assertThat(tokens.check(recent)).isInstanceOf(Valid.class);

    clock.advance(Duration.ofHours(1));
    ring.maintain();
    assertThat(store.load()).hasSize(1);
    assertThat(tokens.check(old)).isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
  }

  @Test
  void learnsOfAnotherNodesKeyBeforeThatSigns() {
    var other = open();
    makeTheNext(other);
    clock.advance(Duration.ofMinutes(4));
    ring.maintain();
    clock.advance(Duration.ofMinutes(2));

    assertThat(other.current().generation()).isEqualTo(2);
    assertThat(ring.current().id()).isEqualTo(other.current().id());
  }

  @Test
  void sharesOneKeyBetweenNodesThatFindItDueAtOnce() {
    var other = open();
    clock.advance(Duration.ofDays(30));
    ring.maintain();
    other.maintain();

    assertThat(store.load()).extracting(SigningKey::generation).containsExactly(1, 2);
  }

  @Test
  void goesOnWhenItsNodeSleptForYears() {
    clock.advance(Duration.ofDays(1_000));
    ring.maintain();
    clock.advance(Duration.ofMinutes(5));
    ring.maintain();

    assertThat(ring.current().generation()).isEqualTo(2);
  }

  @Test
  void showsOnlyPublicHalves() throws IOException {
    makeTheNext(ring);
    var jwks = ring.jwks();

    assertThat(strings(jwks, "kid")).isEqualTo(store.load().stream().map(SigningKey::id).toList());
    assertThat(strings(jwks, "x"))
        .isEqualTo(store.load().stream().map(key -> Base64Url.encode(key.publicBytes())).toList());
    assertThat(strings(jwks, "kty")).containsOnly("OKP");
    assertThat(strings(jwks, "crv")).containsOnly("Ed25519");
    assertThat(strings(jwks, "alg")).containsOnly("EdDSA");
    assertThat(strings(jwks, "use")).containsOnly("sig");
    assertThat(strings(jwks, "d")).isEmpty();
    for (var key : store.load()) {
      assertThat(jwks).doesNotContain(Base64Url.encode(key.privateBytes()));
    }
  }

  /// The ring has the next key, which signs in five minutes.
  private void makeTheNext(KeyRing maker) {
    clock.advance(KeyRotation.DEFAULT.every().minus(KeyRotation.DEFAULT.lead()));
    maker.maintain();
  }

  private KeyRing open() {
    return KeyRing.open(store, KeyRotation.DEFAULT, clock);
  }

  private static String keyOf(String token) {
    return token.substring(0, token.indexOf('.'));
  }

  private static List<String> strings(String json, String name) throws IOException {
    var found = new ArrayList<String>();
    try (var parser = new JsonFactory().createParser(json)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && name.equals(parser.currentName())) {
          found.add(parser.getText());
        }
      }
    }
    return found;
  }
}
