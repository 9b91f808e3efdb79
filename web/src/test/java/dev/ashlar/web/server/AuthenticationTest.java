package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.runtime.access.Actor;
import dev.ashlar.web.Authentication;
import dev.ashlar.web.Authenticator;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import dev.ashlar.web.Identification;
import dev.ashlar.web.Problem;
import dev.ashlar.web.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is served, by the route's demands and what the request brings.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthenticationTest {
  private TestServer server;

  /// Knows the callers whose credentials follow the scheme's name; some only after asking around.
  private record Words(String scheme) implements Authenticator {
    @Override
    public String challenge() {
      return scheme.equals("key") ? "" : scheme + " realm=\"test\"";
    }

    @Override
    public Identification identify(Exchange exchange) {
      String header = exchange.header("authorization").orElse("");
      if (!header.startsWith(scheme + " ")) {
        return Identification.absent();
      }
      String word = header.substring(scheme.length() + 1);
      return switch (word) {
        case "wrong" ->
            new Identification.Refused(Problem.unauthenticated("The credentials do not hold."));
        case "slow" -> pending(known("slow"));
        case "slow-absent" -> pending(Identification.absent());
        case "slow-failing" ->
            new Identification.Pending(
                Future.failedFuture(new IllegalStateException("the directory is away")));
        case "never" ->
            new Identification.Pending(io.vertx.core.Promise.<Identification>promise().future());
        default -> known(word);
      };
    }

    private Identification known(String name) {
      return new Identification.Known(
          new Actor(Optional.empty(), scheme + ":" + name, Set.of(), Map.of(), Map.of()));
    }

    private static Identification pending(Identification later) {
      return new Identification.Pending(
          Future.fromCompletionStage(
              CompletableFuture.supplyAsync(() -> later, ForkJoinPool.commonPool())));
    }
  }

  @BeforeAll
  void start() {
    Handler name =
        x ->
            x.rawBody(100)
                .compose(
                    body -> x.respond(200, "text/plain", Buffer.buffer(x.actor().name() + body)));
    server =
        TestServer.of(
            TestServer.CONFIG.withTimeouts(Timeouts.DEFAULT.withRequest(Duration.ofMillis(500))),
            builder ->
                builder
                    .authenticators(List.of(new Words("bearer"), new Words("key")))
                    .routes(
                        List.of(
                            Route.post("/required", name),
                            Route.post("/optional", name).optional(),
                            Route.post("/open", name).open(),
                            Route.post("/keys", name)
                                .authenticated(Authentication.REQUIRED.by("key")))));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/required, bearer ann,          200, bearer:ann!",
    "/required, key ann,             200, key:ann!",
    "/required, bearer slow,         200, bearer:slow!",
    "/required, bearer slow-absent,  401, unauthenticated",
    "/required, bearer wrong,        401, do not hold",
    "/required, other x,             401, brings no credentials",
    "/required, bearer slow-failing, 500, internal_error",
    "/required, bearer never,        504, deadline_exceeded",
    "/optional, bearer ann,          200, bearer:ann!",
    "/optional, other x,             200, anonymous!",
    "/optional, bearer slow-absent,  200, anonymous!",
    "/optional, bearer wrong,        401, do not hold",
    "/open,     bearer wrong,        200, anonymous!",
    "/keys,     key ann,             200, key:ann!",
    "/keys,     bearer ann,          401, brings no credentials",
  })
  void serves(String path, String credentials, int status, String content) throws Exception {
    try (Wire wire = server.connect()) {
      wire.request("POST", path, List.of("Authorization: " + credentials), "!");
      Wire.Reply reply = wire.read();

      assertThat(reply.body()).contains(content);
      assertThat(reply.status()).isEqualTo(status);
      if (status == 401 && !path.equals("/keys")) {
        assertThat(reply.header("www-authenticate")).contains("bearer realm=\"test\"");
      }
    }
  }

  @Test
  void aSchemeThatNobodyKnowsIsRefusedAtStart() {
    Route route =
        Route.get("/x", x -> x.respond(200)).authenticated(Authentication.REQUIRED.by("session"));

    assertThatThrownBy(() -> TestServer.of(route))
        .hasMessageContaining("GET /x accepts the scheme \"session\"");
  }
}
