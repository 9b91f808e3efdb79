package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.token.TokenCheck.Invalid;
import dev.ashlar.identity.token.TokenCheck.Reason;
import dev.ashlar.identity.token.TokenCheck.Valid;
import dev.ashlar.testing.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// What is issued is accepted, as long as it is in force and nobody touched it. Forgeries are in
/// [ForgedTokensTest].
final class AccessTokensTest {
  private static final UUID USER = UUID.fromString("0197f2a0-0000-7000-8000-000000000001");
  private static final UUID SESSION = UUID.fromString("0197f2a0-0000-7000-8000-000000000002");

  private final SettableClock clock = SettableClock.at("2026-01-31T12:00:00.123456Z");
  private final KeyRing keys = KeyRing.open(new SigningKeysInMemory(), KeyRotation.DEFAULT, clock);
  private final AccessTokens tokens = tokens("https://api.example.com", "example");

  @Test
  void acceptsWhatItIssued() {
    var issued = tokens.issue(USER, SESSION);

    assertThat(tokens.check(issued.text())).isEqualTo(new Valid(issued.claims()));
    assertThat(issued.claims().user()).isEqualTo(USER);
    assertThat(issued.claims().session()).isEqualTo(SESSION);
    assertThat(issued.claims().issuedAt()).isEqualTo("2026-01-31T12:00:00Z");
    assertThat(issued.claims().expiresAt()).isEqualTo("2026-01-31T12:10:00Z");
    assertThat(issued.text()).hasSizeLessThan(600);
  }

  @Test
  void saysWhatRfc9068AsksFor() {
    var issued = tokens.issue(USER, SESSION);
    var jws = CompactJws.parse(issued.text()).orElseThrow();

    assertThat(jws.header())
        .asString()
        .isEqualTo(
            "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"" + keys.current().id() + "\"}");
    assertThat(jws.payload())
        .asString()
        .isEqualTo(
            "{\"iss\":\"https://api.example.com\",\"aud\":\"example\",\"sub\":\"%s\",\"sid\":\"%s\",\"jti\":\"%s\",\"iat\":1769860800,\"exp\":1769861400}"
                .formatted(USER, SESSION, issued.claims().id()));
  }

  @Test
  void givesEachTokenAnIdOfItsOwn() {
    assertThat(tokens.issue(USER, SESSION).claims().id())
        .isNotEqualTo(tokens.issue(USER, SESSION).claims().id());
  }

  @Test
  void refusesATokenThatIsOver() {
    var token = tokens.issue(USER, SESSION).text();

    clock.set(Instant.parse("2026-01-31T12:10:04.999Z"));
    assertThat(tokens.check(token)).isInstanceOf(Valid.class);
    clock.set(Instant.parse("2026-01-31T12:10:05Z"));
    assertThat(tokens.check(token)).isEqualTo(new Invalid(Reason.EXPIRED));
  }

  @Test
  void refusesATokenFromTheFuture() {
    var token = tokens.issue(USER, SESSION).text();

    clock.set(Instant.parse("2026-01-31T11:59:55Z"));
    assertThat(tokens.check(token)).isInstanceOf(Valid.class);
    clock.set(Instant.parse("2026-01-31T11:59:54Z"));
    assertThat(tokens.check(token)).isEqualTo(new Invalid(Reason.NOT_YET_VALID));
  }

  @Test
  void refusesATokenForAnotherAudienceOrFromAnotherIssuer() {
    assertThat(tokens.check(tokens("https://api.example.com", "other").issue(USER, SESSION).text()))
        .isEqualTo(new Invalid(Reason.WRONG_AUDIENCE));
    assertThat(
            tokens.check(tokens("https://api.example.org", "example").issue(USER, SESSION).text()))
        .isEqualTo(new Invalid(Reason.WRONG_ISSUER));
  }

  @Test
  void refusesATokenOfAKeyThatIsNotOurs() {
    var stranger = KeyRing.open(new SigningKeysInMemory(), KeyRotation.DEFAULT, clock);
    var settings = TokenSettings.of("https://api.example.com", "example");

    assertThat(
            tokens.check(new AccessTokens(settings, stranger, clock).issue(USER, SESSION).text()))
        .isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
  }

  @Property(tries = 400)
  void refusesATokenWithOneCharacterChanged(
      @ForAll @IntRange(max = 399) int place,
      @ForAll @CharRange(from = '!', to = '~') char replacement) {
    var token = new StringBuilder(tokens.issue(USER, SESSION).text());
    var original = token.charAt(place % token.length());
    token.setCharAt(place % token.length(), original == replacement ? '*' : replacement);

    assertThat(tokens.check(token.toString())).isInstanceOf(Invalid.class);
  }

  @Property(tries = 400)
  void refusesAnyOtherText(@ForAll String text) {
    assertThat(tokens.check(text)).isInstanceOf(Invalid.class);
    assertThat(tokens.check(text + "." + text + "." + text)).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesSettingsThatWouldNotBeSafe() {
    assertThatThrownBy(() -> TokenSettings.of("", "example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TokenSettings("a", "b", Duration.ofDays(2), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT24H");
    assertThatThrownBy(
            () -> new TokenSettings("a", "b", Duration.ofMinutes(5), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("skew");
  }

  @Test
  void showsNoToken() {
    var issued = tokens.issue(USER, SESSION);

    assertThat(issued.toString()).doesNotContain(issued.text());
  }

  private AccessTokens tokens(String issuer, String audience) {
    return new AccessTokens(TokenSettings.of(issuer, audience), keys, clock);
  }
}
