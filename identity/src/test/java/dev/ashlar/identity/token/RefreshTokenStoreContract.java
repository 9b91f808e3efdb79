package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.token.RefreshTokenStore.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of sessions and refresh tokens must do.
abstract class RefreshTokenStoreContract {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456Z");

  private final LoginSession session = session(UUID.randomUUID());
  private final RefreshToken first = token("first");

  /// A new, empty store; the same one at each call within a test.
  abstract RefreshTokenStore store();

  /// Where sessions refer to users, the store needs them first.
  abstract void createUser(UUID user);

  @BeforeEach
  void start() {
    createUser(session.user());
    store().start(session, first);
  }

  @Test
  void givesBackWhatItKept() {
    assertThat(store().find("first")).contains(new Found(first, session));
    assertThat(store().find("unknown")).isEmpty();
  }

  @Test
  void exchangesAToken() {
    var second = token("second");

    assertThat(store().exchange("first", NOW.plusSeconds(1), second)).isTrue();

    assertThat(store().find("first").orElseThrow().token().usedAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(store().find("second")).contains(new Found(second, session));
  }

  @Test
  void exchangesATokenOnce() {
    store().exchange("first", NOW, token("second"));

    assertThat(store().exchange("first", NOW, token("third"))).isFalse();
    assertThat(store().find("third")).isEmpty();
  }

  @Test
  void exchangesATokenOnceAmongMany() throws InterruptedException, ExecutionException {
    var store = store();
    int exchanged = 0;
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var trying =
          IntStream.range(0, 8)
              .mapToObj(i -> clients.submit(() -> store.exchange("first", NOW, token("next" + i))))
              .toList();
      for (var one : trying) {
        exchanged += one.get() ? 1 : 0;
      }
    }

    assertThat(exchanged).isEqualTo(1);
    assertThat(IntStream.range(0, 8).filter(i -> store.find("next" + i).isPresent()).count())
        .isEqualTo(1);
  }

  @Test
  void givesAnEndedSessionNoMoreTokens() {
    store().end(session.id(), NOW.plusSeconds(1));

    assertThat(store().exchange("first", NOW, token("second"))).isFalse();
    assertThat(store().add(token("third"))).isFalse();
    assertThat(store().find("second")).isEmpty();
    assertThat(store().find("third")).isEmpty();
    var found = store().find("first").orElseThrow();
    assertThat(found.session().endedAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(found.token().usedAt()).isNull();
  }

  @Test
  void addsATokenToAnOpenSession() {
    assertThat(store().add(token("beside"))).isTrue();

    assertThat(store().find("beside").orElseThrow().session()).isEqualTo(session);
  }

  @Test
  void endsASessionOnce() {
    store().end(session.id(), NOW.plusSeconds(1));
    store().end(session.id(), NOW.plusSeconds(9));
    store().end(UUID.randomUUID(), NOW);

    assertThat(store().find("first").orElseThrow().session().endedAt())
        .isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void endsAllOpenSessionsOfAUserAndNobodyElses() {
    var other = session(UUID.randomUUID());
    createUser(other.user());
    store().start(other, token("other", other));
    var ended = session(session.user());
    store().start(ended, token("ended", ended));
    store().end(ended.id(), NOW);

    assertThat(store().endAll(session.user(), NOW.plusSeconds(5))).containsExactly(session.id());

    assertThat(store().find("first").orElseThrow().session().endedAt())
        .isEqualTo(NOW.plusSeconds(5));
    assertThat(store().find("ended").orElseThrow().session().endedAt()).isEqualTo(NOW);
    assertThat(store().find("other").orElseThrow().session().endedAt()).isNull();
  }

  private static LoginSession session(UUID user) {
    return new LoginSession(UUID.randomUUID(), user, NOW, NOW.plus(Duration.ofDays(90)), null);
  }

  private RefreshToken token(String hash) {
    return token(hash, session);
  }

  private static RefreshToken token(String hash, LoginSession session) {
    return new RefreshToken(hash, session.id(), NOW, NOW.plus(Duration.ofDays(30)), null);
  }
}
