package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.token.TokenCheck.Invalid;
import dev.ashlar.identity.token.TokenCheck.Reason;
import dev.ashlar.identity.token.TokenCheck.Valid;
import dev.ashlar.testing.time.SettableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class VerifiedTokensTest {
  private static final UUID USER = UUID.fromString("0197f2a0-0000-7000-8000-000000000001");
  private static final UUID SESSION = UUID.fromString("0197f2a0-0000-7000-8000-000000000002");
  private static final UUID OTHER = UUID.fromString("0197f2a0-0000-7000-8000-000000000003");

  private final SettableClock clock = SettableClock.at("2026-01-31T12:00:00Z");
  private final SigningKeysInMemory keys = new SigningKeysInMemory();
  private final KeyRing ring = KeyRing.open(keys, KeyRotation.DEFAULT, clock);
  private final AccessTokens tokens = new AccessTokens(TokenSettings.of("i", "a"), ring, clock);
  private final VerifiedTokens verified = new VerifiedTokens(tokens, 100, clock);

  @Test
  void agreesWithTheCheckBySignature() {
    var issued = tokens.issue(USER, SESSION);

    assertThat(verified.check(issued.text())).isEqualTo(new Valid(issued.claims()));
    assertThat(verified.check(issued.text())).isEqualTo(new Valid(issued.claims()));
    assertThat(verified.check(issued.text() + "x")).isEqualTo(tokens.check(issued.text() + "x"));
  }

  @Test
  void doesNotVerifyTwice() {
    var token = tokens.issue(USER, SESSION).text();
    var first = verified.check(token);
    forgetTheKey();

    assertThat(tokens.check(token)).isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
    assertThat(verified.check(copyOf(token))).isSameAs(first);
  }

  @Test
  void doesNotRememberWhatWasRefused() {
    var token = tokens.issue(USER, SESSION).text();
    clock.advance(Duration.ofSeconds(-30));
    assertThat(verified.check(token)).isEqualTo(new Invalid(Reason.NOT_YET_VALID));

    clock.advance(Duration.ofSeconds(30));
    assertThat(verified.check(token)).isInstanceOf(Valid.class);
  }

  @Test
  void refusesARememberedTokenThatIsOver() {
    var token = tokens.issue(USER, SESSION).text();
    verified.check(token);

    clock.advance(Duration.ofMinutes(10).plusSeconds(5).minusMillis(1));
    assertThat(verified.check(token)).isInstanceOf(Valid.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(verified.check(token)).isEqualTo(new Invalid(Reason.EXPIRED));
  }

  @Test
  void refusesAllTokensOfAnEndedSessionAtOnce() {
    var seen = tokens.issue(USER, SESSION).text();
    var unseen = tokens.issue(USER, SESSION).text();
    var another = tokens.issue(USER, OTHER).text();
    verified.check(seen);
    verified.check(another);

    verified.end(SESSION);

    assertThat(verified.check(seen)).isEqualTo(new Invalid(Reason.REVOKED));
    assertThat(verified.check(unseen)).isEqualTo(new Invalid(Reason.REVOKED));
    assertThat(verified.check(another)).isInstanceOf(Valid.class);
  }

  @Test
  void remembersAnEndUntilNoTokenCanBeValid() {
    var token = tokens.issue(USER, SESSION).text();
    verified.end(SESSION);

    clock.advance(Duration.ofMinutes(10).plusSeconds(4));
    verified.end(OTHER);
    assertThat(verified.check(token)).isEqualTo(new Invalid(Reason.REVOKED));

    clock.advance(Duration.ofSeconds(20));
    verified.end(OTHER);
    assertThat(verified.check(token)).isEqualTo(new Invalid(Reason.EXPIRED));
    assertThat(verified.check(tokens.issue(USER, SESSION).text())).isInstanceOf(Valid.class);
  }

  @Test
  void remembersAnEndThatIsSaidAgain() {
    verified.end(SESSION);
    clock.advance(Duration.ofMinutes(6));
    verified.end(SESSION);
    clock.advance(Duration.ofMinutes(6));
    verified.end(OTHER);

    assertThat(verified.check(tokens.issue(USER, SESSION).text()))
        .isEqualTo(new Invalid(Reason.REVOKED));
  }

  @Test
  void isBounded() {
    for (int i = 0; i < 300; i++) {
      assertThat(verified.check(tokens.issue(USER, SESSION).text())).isInstanceOf(Valid.class);
    }

    assertThat(verified.size()).isLessThanOrEqualTo(100);
  }

  private void forgetTheKey() {
    keys.remove(ring.current());
    ring.maintain();
  }

  private static String copyOf(String token) {
    return String.valueOf(token.toCharArray());
  }
}
