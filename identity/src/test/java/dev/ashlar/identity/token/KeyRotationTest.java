package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.Realm;
import dev.ashlar.identity.SigningKeyRow_;
import dev.ashlar.identity.login.IdentitySettings;
import dev.ashlar.identity.login.StoredSigningKeys;
import dev.ashlar.identity.token.TokenCheck.Invalid;
import dev.ashlar.identity.token.TokenCheck.Reason;
import dev.ashlar.identity.token.TokenCheck.Valid;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.config.ConfigException;
import dev.ashlar.runtime.config.ConfigSource.Dotted;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import dev.ashlar.testing.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two nodes on one database, as the settings have their keys follow one another.
@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class KeyRotationTest {
  private static final UUID USER = UUID.fromString("0197f2a0-0000-7000-8000-000000000001");
  private static final UUID SESSION = UUID.fromString("0197f2a0-0000-7000-8000-000000000002");

  private final Realm realm;
  private final SettableClock clock = SettableClock.at(Realm.START);
  private final IdentitySettings settings =
      settings(Map.of("ashlar.auth.key-age", "1d", "ashlar.auth.token-lifetime", "6h"));
  private final Node one;
  private final Node other;

  KeyRotationTest(TestDatabase database) {
    realm = Realm.open(database);
    UserCode.await(realm.engine().unguarded(SigningKeyRow_.MODEL).deleteAll(Always.TRUE));
    one = node();
    other = node();
  }

  private record Node(KeyRing keys, AccessTokens tokens) {}

  private Node node() {
    var keys = KeyRing.open(new StoredSigningKeys(realm.database()), settings.rotation(), clock);
    return new Node(keys, new AccessTokens(settings.tokens(), keys, clock));
  }

  private static IdentitySettings settings(Map<String, String> given) {
    return Config.read(List.of(new Dotted("the test", given)), List.of(IdentitySettings.TYPE))
        .get(IdentitySettings.TYPE);
  }

  @AfterEach
  void close() {
    realm.close();
  }

  @Test
  void acceptsEveryTokenOfEitherNodeUntilItIsOver() throws Exception {
    String first = one.keys().current().id();
    clock.advance(Duration.ofDays(1).minusMinutes(5));
    maintainBothAtOnce();
    clock.advance(Duration.ofMinutes(4));
    var last = other.tokens().issue(USER, SESSION).text();
    clock.advance(Duration.ofMinutes(2));
    var next = one.tokens().issue(USER, SESSION).text();

    String second = one.keys().current().id();
    assertThat(second).isNotEqualTo(first).isEqualTo(other.keys().current().id());
    assertAccepted(last, next);

    // The last token of the former key is good for six hours from its issue, and so is the key.
    clock.advance(Duration.ofHours(6).minusMinutes(3));
    maintainBothAtOnce();
    assertAccepted(last, next);

    clock.advance(Duration.ofMinutes(3));
    maintainBothAtOnce();
    assertThat(one.tokens().check(last)).isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
    assertThat(other.tokens().check(last)).isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
    assertThat(one.keys().find(first)).isEmpty();
    assertThat(new StoredSigningKeys(realm.database()).load())
        .extracting(SigningKey::id)
        .containsExactly(second);
  }

  @Test
  void refusesKeysThatAreOverAtOnce() {
    assertThatThrownBy(() -> settings(Map.of("ashlar.auth.key-age", "5m")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("ashlar.auth")
        .hasMessageContaining("every=PT5M");
  }

  private void assertAccepted(String... tokens) {
    for (String token : tokens) {
      assertThat(one.tokens().check(token)).isInstanceOf(Valid.class);
      assertThat(other.tokens().check(token)).isInstanceOf(Valid.class);
    }
  }

  private void maintainBothAtOnce() throws Exception {
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var care =
          List.of(
              nodes.submit(() -> one.keys().maintain()),
              nodes.submit(() -> other.keys().maintain()));
      for (var each : care) {
        each.get();
      }
    }
    // Whoever came first may have read before the other wrote.
    one.keys().maintain();
    other.keys().maintain();
  }
}
