package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of keys must do.
abstract class SigningKeyStoreContract {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  /// A new, empty store; the same one at each call within a test.
  abstract SigningKeyStore store();

  @Test
  void isEmptyAtFirst() {
    assertThat(store().load()).isEmpty();
  }

  @Test
  void keepsKeysInTheOrderOfTheirGenerations() {
    for (int generation : new int[] {10, 2, 1}) {
      assertThat(store().add(SigningKey.generate(generation, NOW))).isTrue();
    }

    assertThat(store().load()).extracting(SigningKey::generation).containsExactly(1, 2, 10);
  }

  @Test
  void givesBackWhatItKept() {
    var key = SigningKey.generate(1, NOW);
    store().add(key);

    var kept = store().load().getFirst();

    assertThat(kept.id()).isEqualTo(key.id());
    assertThat(kept.activeFrom()).isEqualTo(NOW);
    assertThat(kept.publicBytes()).isEqualTo(key.publicBytes());
    assertThat(kept.privateBytes()).isEqualTo(key.privateBytes());
  }

  @Test
  void keepsTheFirstOfTwoKeysOfOneGeneration() {
    var first = SigningKey.generate(1, NOW);

    assertThat(store().add(first)).isTrue();
    assertThat(store().add(SigningKey.generate(1, NOW))).isFalse();
    assertThat(store().load()).extracting(SigningKey::id).containsExactly(first.id());
  }

  @Test
  void keepsOneOfManyKeysAddedAtOnce() throws InterruptedException, ExecutionException {
    var store = store();
    int added = 0;
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var adding =
          IntStream.range(0, 8)
              .mapToObj(_ -> nodes.submit(() -> store.add(SigningKey.generate(1, NOW))))
              .toList();
      for (var one : adding) {
        added += one.get() ? 1 : 0;
      }
    }

    assertThat(added).isEqualTo(1);
    assertThat(store.load()).hasSize(1);
  }

  @Test
  void removesAKeyAndOnlyThat() {
    var first = SigningKey.generate(1, NOW);
    var second = SigningKey.generate(2, NOW);
    store().add(first);
    store().add(second);

    store().remove(first);
    store().remove(first);

    assertThat(store().load()).extracting(SigningKey::id).containsExactly(second.id());
  }
}
