package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.web.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Bodies that are large, late, unwanted or announced.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BodiesTest {
  private static final String EXPECT = "Expect: 100-continue";

  private TestServer server;

  @BeforeAll
  void start() {
    server =
        TestServer.of(
            TestServer.CONFIG.withLimits(Limits.DEFAULT.withBody(100_000)),
            builder ->
                builder.routes(
                    List.of(
                        Route.get("/", x -> x.respond(200, "text/plain", Buffer.buffer("ok")))
                            .open(),
                        Route.post(
                                "/count",
                                x ->
                                    x.body("text/plain")
                                        .compose(
                                            body ->
                                                x.respond(
                                                    200,
                                                    "text/plain",
                                                    Buffer.buffer("" + body.length()))))
                            .open(),
                        Route.post("/unwanted", x -> x.respond(202)).open(),
                        Route.post(
                                "/late",
                                x ->
                                    later()
                                        .compose(nothing -> x.rawBody(100))
                                        .compose(body -> x.respond(200, "text/plain", body)))
                            .open(),
                        Route.post(
                                "/twice",
                                x ->
                                    x.rawBody(100)
                                        .compose(body -> x.rawBody(100))
                                        .compose(body -> x.respond(200)))
                            .open())));
  }

  /// Completes on another thread, some turns of the event loop from now.
  private static Future<Void> later() {
    return Future.fromCompletionStage(
        java.util.concurrent.CompletableFuture.runAsync(
            () -> {},
            java.util.concurrent.CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Wire post(String path, int length, String... more) throws Exception {
    Wire wire = server.connect();
    return wire.send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: test\r\nContent-Type: text/plain\r\nContent-Length: "
            + length
            + "\r\n"
            + String.join("\r\n", more)
            + (more.length == 0 ? "" : "\r\n")
            + "\r\n");
  }

  @Test
  void aLargeBodyIsReadWhole() throws Exception {
    try (Wire wire = post("/count", 100_000)) {
      wire.send("x".repeat(60_000)).send("y".repeat(40_000));
      assertThat(wire.read().body()).isEqualTo("100000");
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void aBodyAnnouncedTooLargeIsRefusedUnread() throws Exception {
    try (Wire wire = post("/count", 100_001)) {
      Wire.Reply reply = wire.read();
      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.header("connection")).contains("close");
    }
  }

  @Test
  void aRefusalIsReadThoughTheClientStillSends() throws Exception {
    try (Wire wire = post("/count", 400_000)) {
      wire.send("x".repeat(400_000));
      assertThat(wire.read().status()).isEqualTo(413);
      assertThat(wire.untilClosed()).isEmpty();
    }
  }

  @Test
  void chunksBeyondTheLimitAreRefused() throws Exception {
    try (Wire wire = server.connect()) {
      wire.send(
          "POST /count HTTP/1.1\r\nHost: t\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 11; i++) {
        wire.send("2710\r\n" + "x".repeat(10_000) + "\r\n");
      }
      assertThat(wire.read().status()).isEqualTo(413);
    }
  }

  @Test
  void aSmallBodyThatNobodyWantsIsPassedOver() throws Exception {
    try (Wire wire = post("/unwanted", 1000)) {
      wire.send("x".repeat(500));
      assertThat(wire.read().status()).isEqualTo(202);
      wire.send("x".repeat(500));
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void aBodyWaitsForItsReader() throws Exception {
    try (Wire wire = post("/late", 5)) {
      wire.send("hello");
      assertThat(wire.read().body()).isEqualTo("hello");
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void aBodyIsGivenOnce() throws Exception {
    try (Wire wire = post("/twice", 2)) {
      assertThat(wire.send("ab").read().status()).isEqualTo(500);
    }
  }

  @Test
  void anExpectedContinueIsGivenWhenTheBodyIsWanted() throws Exception {
    try (Wire wire = post("/count", 3, EXPECT)) {
      assertThat(wire.read().status()).isEqualTo(100);
      assertThat(wire.send("abc").read().body()).isEqualTo("3");
    }
  }

  @Test
  void anExpectedContinueIsNotGivenForABodyTooLarge() throws Exception {
    try (Wire wire = post("/count", 100_001, EXPECT)) {
      Wire.Reply reply = wire.read();
      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.header("connection")).contains("close");
    }
  }
}
