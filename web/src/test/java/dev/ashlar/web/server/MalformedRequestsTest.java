package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.web.MediaType;
import dev.ashlar.web.Route;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bytes that are no proper request: each is refused, the connection ends, and nothing that follows
/// on it is run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MalformedRequestsTest {
  private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n";

  private final AtomicInteger smuggled = new AtomicInteger();
  private TestServer server;

  /// What is sent, before a request that must not be reached, and the status that answers it; 0
  /// where the connection may also just end.
  record Case(String name, int status, String bytes) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  void start() {
    server =
        TestServer.of(
            Route.get("/", x -> x.respond(200, MediaType.TEXT, Buffer.buffer("ok"))).open(),
            Route.post(
                    "/", x -> x.rawBody(1000).compose(body -> x.respond(200, "text/plain", body)))
                .open(),
            Route.get(
                    "/smuggled",
                    x -> {
                      smuggled.incrementAndGet();
                      return x.respond(200);
                    })
                .open());
  }

  @AfterAll
  void stop() {
    server.close();
    assertThat(smuggled).hasValue(0);
  }

  private static String post(String... headers) {
    return "POST / HTTP/1.1\r\nHost: test\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }

  static List<Case> cases() {
    return List.of(
        new Case("no version", 400, "GET /\r\nHost: test\r\n\r\n"),
        new Case("one word", 400, "nonsense\r\n\r\n"),
        new Case("another protocol", 400, "GET / FTP/1.1\r\nHost: test\r\n\r\n"),
        new Case("HTTP/2 without negotiation", 0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        new Case("a space in the target", 400, "GET / /x HTTP/1.1\r\nHost: test\r\n\r\n"),
        new Case("a NUL in the target", 400, "GET /\0 HTTP/1.1\r\nHost: test\r\n\r\n"),
        new Case("no host", 400, "GET / HTTP/1.1\r\n\r\n"),
        new Case("two hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        new Case("a header without a name", 400, "GET / HTTP/1.1\r\nHost: test\r\n: x\r\n\r\n"),
        new Case("a space before a colon", 400, "GET / HTTP/1.1\r\nHost : test\r\n\r\n"),
        new Case("a NUL in a header", 400, "GET / HTTP/1.1\r\nHost: test\r\nA: b\0c\r\n\r\n"),
        new Case("a space before the colon of a length", 400, post("Content-Length : 5") + "hello"),
        new Case("a request line too long", 414, "GET /" + "a".repeat(9000) + " HTTP/1.1\r\n\r\n"),
        new Case(
            "headers too large",
            431,
            "GET / HTTP/1.1\r\nHost: test\r\nA: " + "a".repeat(20_000) + "\r\n\r\n"),
        new Case(
            "too many headers",
            431,
            "GET / HTTP/1.1\r\nHost: test\r\n" + "Aaaaaaaa: bbbbbbbb\r\n".repeat(2000) + "\r\n"),
        new Case(
            "both lengths",
            400,
            post("Content-Length: 6", "Transfer-Encoding: chunked") + "0\r\n\r\n"),
        new Case(
            "both lengths, turned",
            400,
            post("Transfer-Encoding: chunked", "Content-Length: 6") + "0\r\n\r\n"),
        new Case(
            "two lengths that differ",
            400,
            post("Content-Length: 5", "Content-Length: 6") + "hello"),
        new Case(
            "two lengths alike", 400, post("Content-Length: 5", "Content-Length: 5") + "hello"),
        new Case("a list of lengths", 400, post("Content-Length: 5, 6") + "hello"),
        new Case("a negative length", 400, post("Content-Length: -5") + "hello"),
        new Case("a signed length", 400, post("Content-Length: +5") + "hello"),
        new Case("a length that is none", 400, post("Content-Length: five") + "hello"),
        new Case("a length beyond a long", 400, post("Content-Length: 99999999999999999999")),
        new Case("another transfer coding", 400, post("Transfer-Encoding: identity")),
        new Case(
            "a coding before chunked", 400, post("Transfer-Encoding: gzip, chunked") + "0\r\n\r\n"),
        new Case(
            "a coding after chunked",
            400,
            post("Transfer-Encoding: chunked, identity") + "0\r\n\r\n"),
        new Case(
            "two codings",
            400,
            post("Transfer-Encoding: chunked", "Transfer-Encoding: x") + "0\r\n\r\n"),
        new Case("a coding that is nearly chunked", 400, post("Transfer-Encoding: xchunked")),
        new Case("a coding in disguise", 400, post("Transfer-Encoding:\u000bchunked")),
        new Case(
            "a folded coding",
            400,
            post("Transfer-Encoding:\r\n x", "Content-Length: 5") + "hello"),
        new Case(
            "chunks in HTTP/1.0",
            400,
            "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        new Case(
            "a chunk size that is none",
            0,
            post("Transfer-Encoding: chunked") + "zz\r\nhello\r\n0\r\n\r\n"),
        new Case(
            "a negative chunk size",
            0,
            post("Transfer-Encoding: chunked") + "-5\r\nhello\r\n0\r\n\r\n"),
        new Case(
            "a chunk longer than its size",
            0,
            post("Transfer-Encoding: chunked") + "3\r\nhello\r\n0\r\n\r\n"),
        new Case(
            "a chunk size beyond an int",
            0,
            post("Transfer-Encoding: chunked") + "fffffffff\r\nhello"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(Case one) throws Exception {
    int before = smuggled.get();
    try (Wire wire = server.connect()) {
      wire.send(one.bytes + SMUGGLED);
      String received = wire.untilClosed();

      assertThat(received).doesNotContain("HTTP/1.1 200");
      if (one.status != 0) {
        assertThat(received)
            .startsWith("HTTP/1.")
            .contains(" " + one.status + " ")
            .contains("application/problem+json")
            .contains("connection: close");
      }
      assertThat(smuggled).hasValue(before);
    }
  }

  @Test
  void aBodyThatBreaksOffIsNotHandled() throws Exception {
    try (Wire wire = server.connect()) {
      wire.send(post("Content-Length: 5") + "hel");
    }
    try (Wire wire = server.connect()) {
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void chunksAreReadInWhateverPiecesTheyCome() throws Exception {
    try (Wire wire = server.connect()) {
      for (char c :
          (post("Transfer-Encoding: chunked")
                  + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n")
              .toCharArray()) {
        wire.send(String.valueOf(c));
      }
      assertThat(wire.read().body()).isEqualTo("abcde");
      assertThat(wire.get("/").read().body()).isEqualTo("ok");
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    try (Wire wire = server.connect()) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        all.append(post("Content-Length: 2")).append("%02d".formatted(i));
        all.append("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
      }
      wire.send(all.toString());
      for (int i = 0; i < 50; i++) {
        assertThat(wire.read().body()).isEqualTo("%02d".formatted(i));
        assertThat(wire.read().body()).isEqualTo("ok");
      }
    }
  }

  @Test
  void http10IsAnsweredAndClosed() throws Exception {
    try (Wire wire = server.connect()) {
      assertThat(wire.send("GET / HTTP/1.0\r\n\r\n").untilClosed()).endsWith("\r\n\r\nok");
    }
  }

  @Test
  void connectionCloseIsHonoured() throws Exception {
    try (Wire wire = server.connect()) {
      wire.request("GET", "/", List.of("Connection: close"), "");
      assertThat(wire.untilClosed()).contains("connection: close").endsWith("\r\n\r\nok");
    }
  }
}
