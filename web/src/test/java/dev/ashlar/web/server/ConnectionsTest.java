package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.web.MediaType;
import dev.ashlar.web.Route;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SelfSignedCertificate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The connections themselves: how many, and encrypted ones.
final class ConnectionsTest {
  private static final Route ROUTE =
      Route.get("/", x -> x.respond(200, MediaType.TEXT, Buffer.buffer("" + x.secure()))).open();

  private static final Route ECHO =
      Route.post("/", x -> x.rawBody(100).compose(body -> x.respond(200, MediaType.TEXT, body)))
          .open();

  @Test
  void oneTooManyIsClosedAndRoomIsMadeAgain() throws Exception {
    try (TestServer server =
        TestServer.of(
            TestServer.CONFIG.withLimits(Limits.DEFAULT.withConnections(2)),
            builder -> builder.routes(List.of(ROUTE)))) {
      try (Wire first = server.connect();
          Wire second = server.connect()) {
        first.get("/").read();
        second.get("/").read();
        try (Wire third = server.connect()) {
          assertThat(third.untilClosed()).isEmpty();
        }
        first.send("GET / HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
        assertThat(first.untilClosed()).contains("200 OK");
      }
      assertThat(served(server)).isTrue();
    }
  }

  /// The server learns of a close a moment after the client has made it.
  private static boolean served(TestServer server) throws Exception {
    for (int i = 0; i < 1000; i++) {
      try (Wire wire = server.connect()) {
        wire.send("GET / HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
        if (wire.untilClosed().contains("200 OK")) {
          return true;
        }
      } catch (java.net.SocketException closedAtOnce) {
        Thread.onSpinWait();
      }
    }
    return false;
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (TestServer first = TestServer.of(ROUTE)) {
      int port = first.server().port();

      assertThatThrownBy(
              () ->
                  TestServer.of(
                      TestServer.CONFIG.at("127.0.0.1", port),
                      builder -> builder.routes(List.of(ROUTE))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1, port " + port);
    }
  }

  @Test
  void encryptedConnectionsSpeakBothVersionsAndAskToStayEncrypted() {
    SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
    Tls tls =
        new Tls(Path.of(certificate.certificatePath()), Path.of(certificate.privateKeyPath()));
    Vertx vertx = Vertx.vertx();
    try (TestServer server =
        TestServer.of(
            TestServer.CONFIG.withTls(tls), builder -> builder.routes(List.of(ROUTE, ECHO)))) {
      for (HttpVersion version : List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1)) {
        var options =
            new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setProtocolVersion(version);
        assertThat(ask(vertx.createHttpClient(options), server, HttpMethod.GET, ""))
            .containsExactly(version.name(), "true", "max-age=31536000; includeSubDomains");
        assertThat(ask(vertx.createHttpClient(options), server, HttpMethod.POST, "hello"))
            .startsWith(version.name(), "hello");
        assertThat(ask(vertx.createHttpClient(options), server, HttpMethod.POST, "x".repeat(101)))
            .startsWith(version.name())
            .anyMatch(text -> text.contains("body_too_large"));
      }
    } finally {
      vertx.close().await();
      certificate.delete();
    }
  }

  private static List<String> ask(
      HttpClient client, TestServer server, HttpMethod method, String body) {
    return client
        .request(method, server.server().port(), "127.0.0.1", "/")
        .compose(request -> request.send(body))
        .compose(
            answer ->
                answer
                    .body()
                    .map(
                        content ->
                            List.of(
                                answer.version().name(),
                                content.toString(),
                                answer.getHeader("strict-transport-security"))))
        .await();
  }
}
