package dev.ashlar.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.OnDatabase;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What only PostgreSQL can do to a driver.
@OnDatabase(DatabaseKind.POSTGRESQL)
final class PostgresDriverTest {
  private static final Object[] NONE = {};
  private static final Statement ONE = number("SELECT 1");

  private final Vertx vertx = Vertx.vertx();
  private final URI url;
  private final Driver driver;

  PostgresDriverTest(TestDatabase database) {
    url = database.url();
    driver = new PostgresDriver(vertx, DatabaseConfig.of(url));
  }

  @AfterEach
  void close() {
    await(driver.close());
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The driver did not answer within 20 seconds.", e);
    }
  }

  private static Statement number(String text) {
    return new Statement(text, List.of(), List.of(ValueType.INT));
  }

  private static int first(List<Row> rows) {
    return rows.getFirst().int32(0);
  }

  @Test
  void healsAfterTheServerEndedItsConnections() {
    var other = new PostgresDriver(vertx, DatabaseConfig.of(url));
    try {
      await(other.rows(ONE, NONE));
      Session session = await(other.begin(Mode.WRITE));
      await(await(other.begin(Mode.WRITE)).rollback());
      Future<List<Row>> cut = other.rows(number("SELECT 1 FROM pg_sleep(30)"), NONE);
      await(
          driver.rows(
              number(
                  "SELECT count(pg_terminate_backend(pid))::int4 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"),
              NONE));

      assertThatThrownBy(() -> await(cut)).isInstanceOf(DataException.Unavailable.class);
      assertThatThrownBy(() -> await(session.commit()))
          .isInstanceOf(DataException.Unavailable.class);
      assertThat(first(await(answered(() -> other.rows(ONE, NONE))))).isEqualTo(1);
      Session next = await(answered(() -> other.begin(Mode.WRITE)));
      assertThat(first(await(next.rows(ONE, NONE)))).isEqualTo(1);
      await(next.commit());
    } finally {
      await(other.close());
    }
  }

  /// Asks again as long as a connection turns out to be lost.
  private static <T> Future<T> answered(java.util.function.Supplier<Future<T>> ask) {
    return ask.get()
        .recover(
            failure ->
                failure instanceof DataException.Unavailable
                    ? answered(ask)
                    : Future.failedFuture(failure));
  }

  @Test
  void preparesStatementsAnewAfterTheSchemaChanged() {
    await(driver.change(Statement.of("CREATE TABLE changing (id int4, value int4)"), NONE));
    await(driver.change(Statement.of("INSERT INTO changing VALUES (1, 2)"), NONE));
    Statement all = number("SELECT * FROM changing");
    for (int i = 0; i < 5; i++) {
      assertThat(await(driver.rows(all, NONE))).hasSize(1);
    }
    await(driver.change(Statement.of("ALTER TABLE changing ADD COLUMN further text"), NONE));

    for (int i = 0; i < 5; i++) {
      assertThat(first(await(driver.rows(all, NONE)))).isEqualTo(1);
    }
  }

  @Test
  void answersManyEventLoopsEachOnItsOwnContext() {
    List<Future<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Promise<Boolean> promise = Promise.promise();
      answers.add(promise.future());
      // Each from another thread outside of Vert.x, so that each context has an event loop of its
      // own.
      Thread.ofVirtual()
          .start(
              () -> {
                Context context = vertx.getOrCreateContext();
                context.runOnContext(_ -> ask(context, 200, promise));
              });
    }
    await(Future.all(answers));

    assertThat(answers).allMatch(Future::result);
    assertThat(driver.poolUse().size()).isLessThanOrEqualTo(driver.poolUse().max());
  }

  private void ask(Context context, int times, Promise<Boolean> promise) {
    if (times == 0) {
      promise.complete(true);
      return;
    }
    driver
        .rows(ONE, NONE)
        .onFailure(promise::fail)
        .onSuccess(
            _ -> {
              if (context.equals(Vertx.currentContext())) {
                ask(context, times - 1, promise);
              } else {
                promise.complete(false);
              }
            });
  }

  @Test
  void passesSlowStatementsOnAnotherConnection() {
    // With the connection open, the slow statement starts before the other is asked.
    await(driver.rows(ONE, NONE));
    Future<List<Row>> slow = driver.rows(number("SELECT 1 FROM pg_sleep(15)"), NONE);
    var later = Promise.<List<Row>>promise();
    vertx.setTimer(100, _ -> driver.rows(ONE, NONE).onComplete(later));
    await(later.future());

    assertThat(slow.isComplete()).isFalse();
    await(
        driver.rows(
            number(
                "SELECT count(pg_cancel_backend(pid))::int4 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(15)%' AND pid <> pg_backend_pid()"),
            NONE));
    assertThatThrownBy(() -> await(slow)).isInstanceOf(DataException.Unavailable.class);
  }

  @Test
  void tellsWhereNothingAnswers() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var other =
        new PostgresDriver(
            vertx,
            DatabaseConfig.of(URI.create("postgresql://me:hidden@localhost:" + port + "/app")));
    try {
      assertThatThrownBy(() -> await(other.ping()))
          .isInstanceOf(DataException.Unavailable.class)
          .hasMessageContaining("localhost:" + port + "/app")
          .hasMessageNotContaining("hidden");
      assertThatThrownBy(() -> await(other.begin(Mode.WRITE)))
          .isInstanceOf(DataException.Unavailable.class)
          .hasMessageContaining("localhost:" + port + "/app");
    } finally {
      await(other.close());
    }
  }

  @Test
  void doesNotFallBackToPlainTextWhereEncryptionIsAsked() {
    for (String mode : List.of("require", "verify-full")) {
      var other =
          new PostgresDriver(vertx, DatabaseConfig.of(URI.create(url + "?sslmode=" + mode)));
      try {
        assertThatThrownBy(() -> await(other.ping())).isInstanceOf(DataException.Unavailable.class);
      } finally {
        await(other.close());
      }
    }
  }

  @Test
  void retriesOfSerializationFailuresAreUpToTheCaller() {
    await(
        driver.change(
            Statement.of("CREATE TABLE counter (id int4 PRIMARY KEY, value int4)"), NONE));
    await(driver.change(Statement.of("INSERT INTO counter VALUES (1, 0), (2, 0)"), NONE));
    Statement one = Statement.of("UPDATE counter SET value = 1 WHERE id = 1");
    Statement two = Statement.of("UPDATE counter SET value = 1 WHERE id = 2");
    Session left = await(driver.begin(Mode.WRITE));
    Session right = await(driver.begin(Mode.WRITE));
    await(left.change(one, NONE));
    await(right.change(two, NONE));
    Future<Integer> waiting = left.change(two, NONE);
    Future<Integer> crossing = right.change(one, NONE);
    await(Future.join(waiting, crossing).otherwiseEmpty());

    Future<Integer> victim = waiting.failed() ? waiting : crossing;
    assertThat(victim.cause()).isInstanceOf(DataException.Conflict.class);
    await(Future.join(left.rollback(), right.rollback()));
  }
}
