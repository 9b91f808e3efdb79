package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.token.RefreshTokens.Issued;
import dev.ashlar.identity.token.RefreshTokens.Reason;
import dev.ashlar.identity.token.RefreshTokens.Refresh;
import dev.ashlar.identity.token.RefreshTokens.Refreshed;
import dev.ashlar.identity.token.RefreshTokens.Refused;
import dev.ashlar.identity.token.RefreshTokens.Reused;
import dev.ashlar.testing.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefreshTokensTest {
  private static final UUID USER = UUID.fromString("0197f2a0-0000-7000-8000-000000000001");
  private static final UUID SESSION = UUID.fromString("0197f2a0-0000-7000-8000-000000000002");
  private static final UUID OTHER = UUID.fromString("0197f2a0-0000-7000-8000-000000000003");

  private final SettableClock clock = SettableClock.at("2026-01-31T12:00:00Z");
  private final RefreshTokenStore store = new RefreshTokensInMemory();
  private final RefreshTokens tokens = new RefreshTokens(store, RefreshSettings.DEFAULT, clock);

  @Test
  void exchangesEachTokenForItsSuccessor() {
    var seen = new ArrayList<String>();
    var token = tokens.start(SESSION, USER);
    for (int i = 0; i < 5; i++) {
      seen.add(token.text());
      token = successor(tokens.refresh(token.text()));
      assertThat(token.session()).isEqualTo(SESSION);
      assertThat(token.user()).isEqualTo(USER);
    }

    assertThat(seen).doesNotHaveDuplicates().doesNotContain(token.text());
  }

  @Test
  void isOf256RandomBitsAndStoredOnlyAsAHash() {
    var token = tokens.start(SESSION, USER);

    assertThat(token.text()).matches("ashlar_rt_[A-Za-z0-9_-]{43}");
    assertThat(token.toString()).doesNotContain(token.text());
    var secret = token.text().substring("ashlar_rt_".length());
    assertThat(store.find(token.text())).isEmpty();
    assertThat(store.find(secret)).isEmpty();
    assertThat(
            store.find(
                Base64Url.encode(Sha256.digest(token.text().getBytes(StandardCharsets.US_ASCII)))))
        .isPresent();
  }

  @Test
  void endsTheSessionWhenAnOldTokenIsUsedAgain() {
    var first = tokens.start(SESSION, USER);
    var second = successor(tokens.refresh(first.text()));
    var third = successor(tokens.refresh(second.text()));

    assertThat(tokens.refresh(first.text())).isEqualTo(new Reused(SESSION, USER));

    // The thief's token and the owner's: neither serves any more.
    assertThat(tokens.refresh(third.text())).isEqualTo(new Refused(Reason.ENDED));
    assertThat(tokens.refresh(second.text())).isEqualTo(new Refused(Reason.ENDED));
    assertThat(tokens.refresh(first.text())).isEqualTo(new Refused(Reason.ENDED));
  }

  @Test
  void leavesOtherSessionsAlone() {
    var stolen = tokens.start(SESSION, USER);
    var other = tokens.start(OTHER, USER);
    tokens.refresh(stolen.text());
    tokens.refresh(stolen.text());

    assertThat(tokens.refresh(other.text())).isInstanceOf(Refreshed.class);
  }

  @Test
  void suspectsAnOldTokenEvenWhenItIsOver() {
    var first = tokens.start(SESSION, USER);
    clock.advance(Duration.ofDays(20));
    var second = successor(tokens.refresh(first.text()));
    clock.advance(Duration.ofDays(20));

    assertThat(tokens.refresh(first.text())).isEqualTo(new Reused(SESSION, USER));
    assertThat(tokens.refresh(second.text())).isEqualTo(new Refused(Reason.ENDED));
  }

  @Test
  void givesOneSuccessorToManyAtOnce() throws InterruptedException, ExecutionException {
    var token = tokens.start(SESSION, USER).text();
    List<Refresh> answers = new ArrayList<>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var asking =
          IntStream.range(0, 16)
              .mapToObj(_ -> clients.submit(() -> tokens.refresh(token)))
              .toList();
      for (var one : asking) {
        answers.add(one.get());
      }
    }

    assertThat(answers).filteredOn(Refreshed.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Reused.class::isInstance).isNotEmpty();
    var winner = answers.stream().filter(Refreshed.class::isInstance).findFirst().orElseThrow();
    assertThat(tokens.refresh(successor(winner).text())).isEqualTo(new Refused(Reason.ENDED));
  }

  @Test
  void acceptsAUsedTokenOnceMoreWithinTheGrace() {
    var settings =
        new RefreshSettings(Duration.ofDays(30), Duration.ofDays(90), Duration.ofSeconds(10));
    var lenient = new RefreshTokens(store, settings, clock);
    var first = lenient.start(SESSION, USER);
    var lost = successor(lenient.refresh(first.text()));

    clock.advance(Duration.ofSeconds(10).minusMillis(1));
    var again = successor(lenient.refresh(first.text()));
    assertThat(again.text()).isNotEqualTo(lost.text());

    clock.advance(Duration.ofMillis(1));
    assertThat(lenient.refresh(first.text())).isEqualTo(new Reused(SESSION, USER));
    assertThat(lenient.refresh(again.text())).isEqualTo(new Refused(Reason.ENDED));
  }

  @Test
  void isOverAfterItsIdleTime() {
    var token = tokens.start(SESSION, USER);
    assertThat(token.expiresAt()).isEqualTo("2026-03-02T12:00:00Z");

    clock.set(token.expiresAt());
    assertThat(tokens.refresh(token.text())).isEqualTo(new Refused(Reason.EXPIRED));
    clock.set(token.expiresAt().minusMillis(1));
    assertThat(tokens.refresh(token.text())).isInstanceOf(Refreshed.class);
  }

  @Test
  void isOverWithItsSessionHoweverOftenItIsRefreshed() {
    var token = tokens.start(SESSION, USER);
    for (int i = 0; i < 4; i++) {
      clock.advance(Duration.ofDays(20));
      token = successor(tokens.refresh(token.text()));
    }
    assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-05-01T12:00:00Z"));

    clock.advance(Duration.ofDays(10));
    assertThat(tokens.refresh(token.text())).isEqualTo(new Refused(Reason.EXPIRED));
  }

  @Test
  void isOverAfterALogout() {
    var token = tokens.start(SESSION, USER);
    tokens.end(SESSION);

    assertThat(tokens.refresh(token.text())).isEqualTo(new Refused(Reason.ENDED));
  }

  @Test
  void endsAllSessionsOfAUser() {
    var one = tokens.start(SESSION, USER);
    var two = tokens.start(OTHER, USER);

    assertThat(tokens.endAll(USER)).containsExactlyInAnyOrder(SESSION, OTHER);
    assertThat(tokens.endAll(USER)).isEmpty();
    assertThat(tokens.refresh(one.text())).isEqualTo(new Refused(Reason.ENDED));
    assertThat(tokens.refresh(two.text())).isEqualTo(new Refused(Reason.ENDED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ashlar_rt_",
        "ashlar_rt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ashlar_rt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ashlar_rt_'; DROP TABLE sessions; --AAAAAAAAAAAAAAA",
      })
  void refusesWhatItNeverIssued(String token) {
    tokens.start(SESSION, USER);

    assertThat(tokens.refresh(token)).isEqualTo(new Refused(Reason.UNKNOWN));
  }

  @Test
  void refusesSettingsThatContradictThemselves() {
    assertThatThrownBy(
            () -> new RefreshSettings(Duration.ofDays(30), Duration.ofDays(1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT24H");
    assertThatThrownBy(
            () -> new RefreshSettings(Duration.ofDays(1), Duration.ofDays(9), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Issued successor(Refresh refresh) {
    return switch (refresh) {
      case Refreshed(var token) -> token;
      case Refused refused -> throw new AssertionError(refused);
      case Reused reused -> throw new AssertionError(reused);
    };
  }
}
