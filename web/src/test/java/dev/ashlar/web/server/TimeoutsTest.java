package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.web.Handler;
import dev.ashlar.web.Route;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Who is too slow: the handler, or the client.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TimeoutsTest {
  private static final Timeouts SHORT =
      Timeouts.DEFAULT
          .withRequest(Duration.ofMillis(500))
          .withHead(Duration.ofMillis(500))
          .withIdle(Duration.ofSeconds(2))
          .withShutdown(Duration.ofMillis(200));

  private final CountDownLatch released = new CountDownLatch(1);
  private final Promise<Void> late = Promise.promise();
  private TestServer server;

  @BeforeAll
  void start() {
    server =
        TestServer.of(
            TestServer.CONFIG.withTimeouts(SHORT),
            builder ->
                builder.routes(
                    List.of(
                        Route.get("/", x -> x.respond(200, "text/plain", Buffer.buffer("ok")))
                            .open(),
                        Route.get("/never", x -> Promise.<Void>promise().future()).open(),
                        Route.get("/late", x -> late.future().compose(now -> x.respond(200)))
                            .open(),
                        Route.get(
                                "/blocked",
                                Handler.blocking(
                                    x -> {
                                      released.await();
                                      x.header("x-late", "1").respond(200);
                                    }))
                            .open(),
                        Route.post("/body", x -> x.rawBody(100).compose(body -> x.respond(200)))
                            .open())));
  }

  @AfterAll
  void stop() {
    released.countDown();
    server.close();
  }

  @Test
  void aHandlerThatNeverAnswersIsAnsweredFor() throws Exception {
    try (Wire wire = server.connect()) {
      Wire.Reply reply = wire.get("/never").read();
      assertThat(reply.status()).isEqualTo(504);
      assertThat(reply.body()).contains("\"code\":\"deadline_exceeded\"");
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void anAnswerThatComesTooLateIsDropped() throws Exception {
    try (Wire wire = server.connect()) {
      assertThat(wire.get("/late").read().status()).isEqualTo(504);
      late.complete();
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void aBlockedThreadDoesNotKeepTheClientWaiting() throws Exception {
    try (Wire wire = server.connect()) {
      Wire.Reply reply = wire.get("/blocked").read();
      assertThat(reply.status()).isEqualTo(504);
      assertThat(reply.header("x-late")).isEmpty();
      released.countDown();
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void aBodyThatStopsComingIsRefused() throws Exception {
    try (Wire wire = server.connect()) {
      wire.send("POST /body HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\n\r\nabc");
      Wire.Reply reply = wire.read();
      assertThat(reply.status()).isEqualTo(408);
      assertThat(reply.header("connection")).contains("close");
    }
  }

  @Test
  void aHeadThatStopsComingEndsTheConnection() throws Exception {
    try (Wire wire = server.connect()) {
      assertThat(wire.send("GET / HTTP/1.1\r\nHo").untilClosed()).isEmpty();
    }
  }

  @Test
  void aHeadThatTricklesEndsTheConnection() throws Exception {
    long begun = System.nanoTime();
    try (Wire wire = server.connect()) {
      // Each byte would put off the idle timeout for ever: the connection must end all the same.
      assertThatThrownBy(
              () -> {
                wire.get("/").read();
                wire.send("GET / HTTP/1.1\r\nX: ");
                while (Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 20) {
                  wire.send("a");
                  Thread.onSpinWait();
                }
              })
          .isInstanceOf(java.io.IOException.class);
    }
  }

  @Test
  void anIdleConnectionIsClosed() throws Exception {
    try (Wire wire = server.connect()) {
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @Test
  void aRouteMayNotOutlastAnIdleConnection() {
    Route slow = Route.get("/slow", x -> x.respond(200)).open().within(Duration.ofSeconds(61));

    assertThatThrownBy(() -> TestServer.of(slow))
        .hasMessageContaining("GET /slow may take PT1M1S")
        .hasMessageContaining("Raise the server's idle timeout");
  }
}
