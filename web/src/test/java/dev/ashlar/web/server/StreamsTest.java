package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import dev.ashlar.web.Route;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Answers that come piece by piece.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StreamsTest {
  private final String content = "0123456789abcdef".repeat(400_000);
  private final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();
  private final Vertx files = Vertx.vertx();
  private TestServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("large"), content);
    Handler large =
        exchange ->
            files
                .fileSystem()
                .open(file.toString(), new OpenOptions().setRead(true))
                .compose(source -> exchange.stream(200, "text/plain", source))
                .onComplete(end -> ends.add(end.succeeded()));
    server =
        TestServer.of(
            Route.get("/large", large).open(),
            Route.get("/blocking", Handler.blocking(x -> large(x, file))).open(),
            Route.get("/", x -> x.respond(200, "text/plain", Buffer.buffer("ok"))).open());
  }

  private void large(Exchange exchange, Path file) {
    files
        .fileSystem()
        .open(file.toString(), new OpenOptions().setRead(true))
        .compose(source -> exchange.stream(200, "text/plain", source))
        .await();
  }

  @AfterAll
  void stop() {
    server.close();
    files.close().await();
  }

  @Test
  void arriveWhole() throws Exception {
    for (String path : List.of("/large", "/blocking")) {
      try (Wire wire = server.connect()) {
        Wire.Reply reply = wire.get(path).read();
        assertThat(reply.header("transfer-encoding")).contains("chunked");
        assertThat(reply.header("content-length")).isEmpty();
        assertThat(reply.header("x-content-type-options")).contains("nosniff");
        assertThat(reply.body().equals(content)).isTrue();
        assertThat(wire.get("/").read().body()).isEqualTo("ok");
      }
    }
  }

  @Test
  void haveOnlyAHeadForHead() throws Exception {
    try (Wire wire = server.connect()) {
      wire.request("HEAD", "/large", List.of(), "");
      assertThat(wire.readHead().status()).isEqualTo(200);
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void endWhenTheClientLeaves() throws Exception {
    ends.clear();
    try (Wire wire = server.connect()) {
      wire.get("/large");
    }
    assertThat(ends.poll(10, TimeUnit.SECONDS)).isNotNull();
    try (Wire wire = server.connect()) {
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }
}
