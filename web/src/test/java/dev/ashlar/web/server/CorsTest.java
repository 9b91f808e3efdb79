package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.web.Route;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A server that is open to one other origin.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorsTest {
  private static final String FRIEND = "Origin: https://app.example";
  private static final String STRANGER = "Origin: https://app.example.evil";

  private TestServer server;

  @BeforeAll
  void start() {
    server =
        TestServer.of(
            TestServer.CONFIG.withCors(Cors.of("https://app.example")),
            builder ->
                builder.routes(
                    List.of(
                        Route.get("/x", x -> x.respond(200)).open(),
                        Route.delete("/x", x -> x.respond(204)))));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Wire.Reply ask(String method, String target, String... headers) throws Exception {
    try (Wire wire = server.connect()) {
      return wire.request(method, target, List.of(headers), "").read();
    }
  }

  @Test
  void aFriendMayRead() throws Exception {
    Wire.Reply reply = ask("GET", "/x", FRIEND);

    assertThat(reply.header("access-control-allow-origin")).contains("https://app.example");
    assertThat(reply.header("access-control-allow-credentials")).isEmpty();
    assertThat(reply.header("access-control-expose-headers").orElse("")).contains("etag");
    assertThat(reply.header("vary").orElse("")).isEqualToIgnoringCase("origin");
  }

  @Test
  void aFriendMayReadProblems() throws Exception {
    assertThat(ask("GET", "/nowhere", FRIEND).header("access-control-allow-origin"))
        .contains("https://app.example");
  }

  @Test
  void aStrangerMayNotRead() throws Exception {
    Wire.Reply reply = ask("GET", "/x", STRANGER);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("access-control-allow-origin")).isEmpty();
    assertThat(reply.header("vary").orElse("")).isEqualToIgnoringCase("origin");
  }

  @Test
  void aFriendLearnsWhatItMaySend() throws Exception {
    Wire.Reply reply = ask("OPTIONS", "/x", FRIEND, "Access-Control-Request-Method: DELETE");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("access-control-allow-origin")).contains("https://app.example");
    assertThat(reply.header("access-control-allow-methods")).contains("GET, HEAD, DELETE, OPTIONS");
    assertThat(reply.header("access-control-allow-headers").orElse("")).contains("if-match");
    assertThat(reply.header("access-control-max-age")).contains("600");
  }

  @Test
  void aStrangerLearnsNothing() throws Exception {
    Wire.Reply reply = ask("OPTIONS", "/x", STRANGER, "Access-Control-Request-Method: DELETE");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.headerLines())
        .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void configurationsThatOpenTooMuchAreRefused() {
    assertThatThrownBy(() -> new Cors(Set.of("*"), Set.of(), Set.of(), true, Duration.ZERO))
        .hasMessageContaining("name the origins");
    assertThatThrownBy(() -> Cors.of("*", "https://a.example"))
        .hasMessageContaining("stands alone");
    assertThatThrownBy(() -> Cors.of("https://a.example/path"))
        .hasMessageContaining("scheme, host and port only");
  }
}
