package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.web.Route;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How a server ends.
final class ShutdownTest {
  private final Promise<Void> work = Promise.promise();
  private final CountDownLatch begun = new CountDownLatch(1);

  private TestServer server(Timeouts timeouts) {
    return TestServer.of(
        TestServer.CONFIG.withTimeouts(timeouts),
        builder ->
            builder.routes(
                List.of(
                    Route.get("/", x -> x.respond(200, "text/plain", Buffer.buffer("ok"))).open(),
                    Route.get(
                            "/work",
                            x -> {
                              begun.countDown();
                              return work.future()
                                  .compose(
                                      done -> x.respond(200, "text/plain", Buffer.buffer("done")));
                            })
                        .open())));
  }

  private void awaitWork() throws InterruptedException {
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void requestsInFlightAreFinishedAndIdleConnectionsClosed() throws Exception {
    try (TestServer server = server(Timeouts.DEFAULT);
        Wire idle = server.connect();
        Wire busy = server.connect()) {
      idle.get("/").read();
      busy.get("/work");
      awaitWork();
      Future<Void> closed = server.server().shutdown();

      assertThat(idle.untilClosed()).isEmpty();
      assertThat(closed.isComplete()).isFalse();
      work.complete();
      Wire.Reply reply = busy.read();
      assertThat(reply.body()).isEqualTo("done");
      assertThat(reply.header("connection")).contains("close");
      assertThat(busy.untilClosed()).isEmpty();
      closed.await(10, TimeUnit.SECONDS);
      assertThat(server.server().connections()).isZero();
      assertThatThrownBy(server::connect).isInstanceOf(IOException.class);
    }
  }

  @Test
  void requestsThatTakeTooLongAreGivenUp() throws Exception {
    try (TestServer server = server(Timeouts.DEFAULT.withShutdown(Duration.ofMillis(100)));
        Wire busy = server.connect()) {
      busy.get("/work");
      awaitWork();
      server.server().shutdown().await(10, TimeUnit.SECONDS);

      assertThat(busy.untilClosed()).isEmpty();
    }
  }

  @Test
  void aLameDuckStillServesAndSendsClientsAway() throws Exception {
    try (TestServer server = server(Timeouts.DEFAULT.withLameDuck(Duration.ofMillis(500)));
        Wire wire = server.connect()) {
      assertThat(wire.get("/").read().header("connection")).isEmpty();
      Future<Void> closed = server.server().shutdown();

      assertThat(wire.get("/").read().header("connection")).contains("close");
      try (Wire late = server.connect()) {
        assertThat(late.get("/").read().body()).isEqualTo("ok");
      }
      closed.await(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void endingTwiceIsEndingOnce() {
    try (TestServer server = server(Timeouts.DEFAULT)) {
      assertThat(server.server().shutdown()).isSameAs(server.server().shutdown());
    }
  }
}
