package dev.ashlar.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private static final String PASSWORD = "staple battery horse";
  private static final HashCost CHEAP = new HashCost(64, 1, 1);

  private final Passwords passwords = new Passwords(new PasswordSettings(CHEAP, 2, 64));

  @AfterEach
  void close() {
    passwords.close();
  }

  @Test
  void verifiesWhatItHashed() {
    var stored = get(passwords.hash(PASSWORD));

    assertThat(stored).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain(PASSWORD);
    assertThat(get(passwords.verify(PASSWORD, stored))).isTrue();
    assertThat(get(passwords.verify("Staple battery horse", stored))).isFalse();
    assertThat(get(passwords.verify("", stored))).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(get(passwords.hash(PASSWORD))).isNotEqualTo(get(passwords.hash(PASSWORD)));
  }

  @Test
  void verifiesWhatOthersHashedAtAnotherCost() {
    var stored =
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

    assertThat(get(passwords.verify("password", stored))).isTrue();
    assertThat(get(passwords.verify("passwort", stored))).isFalse();
    assertThat(passwords.needsRehash(stored)).isTrue();
  }

  @Test
  void asksForANewHashOnlyWhenTheCostChanged() {
    var stored = get(passwords.hash(PASSWORD));

    try (var dearer = new Passwords(new PasswordSettings(new HashCost(128, 1, 1), 1, 1))) {
      assertThat(passwords.needsRehash(stored)).isFalse();
      assertThat(dearer.needsRehash(stored)).isTrue();
      assertThat(get(dearer.verify(PASSWORD, stored))).isTrue();
    }
  }

  @Test
  void saysNoForNobody() {
    assertThat(get(passwords.verifyNobody(PASSWORD))).isFalse();
    assertThat(get(passwords.verifyNobody(""))).isFalse();
  }

  /// The work for an account that does not exist waits its turn like any other, so it is refused
  /// like any other.
  @Test
  void worksForNobodyAsForAnybody() {
    try (var busy = new Passwords(new PasswordSettings(HashCost.DEFAULT, 1, 1))) {
      var verified = new ArrayList<CompletableFuture<Boolean>>();
      for (int i = 0; i < 40; i++) {
        verified.add(busy.verifyNobody(PASSWORD).toCompletableFuture());
      }

      assertThat(countRefused(verified)).isPositive();
    }
  }

  @Test
  void refusesAStormAndRecovers() {
    try (var busy = new Passwords(new PasswordSettings(HashCost.DEFAULT, 1, 2))) {
      var hashes = new ArrayList<CompletableFuture<String>>();
      for (int i = 0; i < 40; i++) {
        hashes.add(busy.hash(PASSWORD).toCompletableFuture());
      }

      assertThat(countRefused(hashes)).isBetween(1L, 39L);
      assertThat(get(busy.hash(PASSWORD))).startsWith("$argon2id$");
    }
  }

  @Test
  void doesNotTouchWhatNoRuleWouldAccept() {
    var endless = "x".repeat(5_000);
    var stored = get(passwords.hash(PASSWORD));

    assertThat(get(passwords.verify(endless, stored))).isFalse();
    assertThatThrownBy(() -> passwords.hash(endless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5000");
  }

  private static long countRefused(Iterable<? extends CompletableFuture<?>> work) {
    long refused = 0;
    for (var one : work) {
      try {
        one.join();
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(PasswordsBusyException.class);
        refused++;
      }
    }
    return refused;
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
