package dev.ashlar.runtime.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.config.ConfigException;
import dev.ashlar.runtime.config.ConfigSource.Dotted;
import dev.ashlar.runtime.retention.Sweep.Table;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RetentionTest {
  private static final RetentionSettings DEFAULTS = settings(Map.of());

  private static RetentionSettings settings(Map<String, String> given) {
    return Config.read(List.of(new Dotted("the test", given)), List.of(RetentionSettings.TYPE))
        .get(RetentionSettings.TYPE);
  }

  @ParameterizedTest
  @EnumSource
  void keepsAnswersForADayAndEventsForAWeekAndAuditsForEver(DatabaseKind kind) {
    try (var database = TestDatabase.create(kind);
        var world = new World(database, UnaryOperator.identity())) {
      var retention = new Retention(world.database(), DEFAULTS, world.clock());
      world.write("first");
      world.write("second");
      world.clock().advance(Duration.ofHours(23));
      world.write("third");

      assertThat(retention.turn()).isEmpty();
      world.clock().advance(Duration.ofHours(1));
      assertThat(retention.turn()).isEmpty();
      world.clock().advance(Duration.ofMinutes(5));
      assertThat(retention.turn()).isEqualTo(Map.of(Table.IDEMPOTENCY, 2));

      assertThat(world.write("third").replayed()).isTrue();
      assertThat(world.write("first").replayed()).isFalse();

      world.clock().advance(Duration.ofDays(6));
      assertThat(retention.turn()).isEqualTo(Map.of(Table.IDEMPOTENCY, 2, Table.OUTBOX, 2));
      assertThat(world.rows("ashlar_idempotency")).isZero();
      assertThat(world.rows("ashlar_outbox")).isEqualTo(2);

      world.clock().advance(Duration.ofDays(10_000));
      assertThat(retention.turn()).isEqualTo(Map.of(Table.OUTBOX, 2));
      assertThat(world.rows("ashlar_audit")).isEqualTo(4);
      assertThat(world.rows("notes")).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsAuditsForAsLongAsIsSaid(DatabaseKind kind) {
    try (var database = TestDatabase.create(kind);
        var world = new World(database, UnaryOperator.identity())) {
      var settings = settings(Map.of("ashlar.retention.audit", "30d"));
      var retention = new Retention(world.database(), settings, world.clock());
      world.write("first");
      world.clock().advance(Duration.ofDays(20));
      world.write("second");
      retention.turn();
      assertThat(world.rows("ashlar_audit")).isEqualTo(2);

      world.clock().advance(Duration.ofDays(10).plusMillis(1));
      assertThat(retention.turn()).containsEntry(Table.AUDIT, 1);
      assertThat(world.rows("ashlar_audit")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesToTheNextTurnWhatIsTooMuchForOne(DatabaseKind kind) {
    try (var database = TestDatabase.create(kind);
        var world = new World(database, UnaryOperator.identity())) {
      var retention = new Retention(DEFAULTS, world.clock(), new Sweep(world.database(), 2), 2);
      IntStream.range(0, 5).forEach(i -> world.write("key " + i));
      world.clock().advance(Duration.ofDays(8));

      assertThat(retention.turn()).isEqualTo(Map.of(Table.IDEMPOTENCY, 4, Table.OUTBOX, 4));
      world.clock().advance(DEFAULTS.every());
      assertThat(retention.turn()).isEqualTo(Map.of(Table.IDEMPOTENCY, 1, Table.OUTBOX, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isDoneByOneNodeAtATime(DatabaseKind kind) throws Exception {
    try (var database = TestDatabase.create(kind);
        var world = new World(database, UnaryOperator.identity());
        var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int turn = 0; turn < 3; turn++) {
        Instant now = world.clock().instant();
        var taking =
            IntStream.range(0, 8)
                .mapToObj(
                    _ ->
                        nodes.submit(
                            () ->
                                new Sweep(world.database(), 1)
                                    .take(now, now.minus(DEFAULTS.every()))))
                .toList();
        int taken = 0;
        for (var one : taking) {
          taken += one.get() ? 1 : 0;
        }
        assertThat(taken).as("nodes that took turn %d", turn).isOne();
        world.clock().advance(DEFAULTS.every());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void letsRequestsPass(DatabaseKind kind) throws Exception {
    try (var database = TestDatabase.create(kind);
        var world = new World(database, UnaryOperator.identity());
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 200).forEach(i -> world.write("old " + i));
      world.clock().advance(Duration.ofDays(8));
      var retention = new Retention(DEFAULTS, world.clock(), new Sweep(world.database(), 5), 1_000);

      var sweeping = clients.submit(retention::turn);
      var writing =
          IntStream.range(0, 100)
              .mapToObj(i -> clients.submit(() -> world.write((i % 2 == 0 ? "old " : "new ") + i)))
              .toList();
      for (var one : writing) {
        one.get();
      }

      assertThat(sweeping.get()).containsEntry(Table.OUTBOX, 200);
      assertThat(world.rows("ashlar_outbox")).isEqualTo(world.rows("notes") - 200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesATurnAtTheStartAndEndsItBeforeItStops(DatabaseKind kind) {
    try (var database = TestDatabase.create(kind);
        var world = new World(database, UnaryOperator.identity())) {
      world.write("first");
      world.clock().advance(Duration.ofDays(2));
      var retention = new Retention(world.database(), DEFAULTS, world.clock());

      retention.start();
      retention.stop();

      assertThat(world.rows("ashlar_idempotency")).isZero();
    }
  }

  @Test
  void refusesToKeepNothing() {
    assertThatThrownBy(() -> settings(Map.of("ashlar.retention.outbox", "0s")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("ashlar.retention")
        .hasMessageContaining("above zero, not PT0S");
  }
}
