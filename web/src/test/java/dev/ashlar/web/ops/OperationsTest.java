package dev.ashlar.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.web.Authentication;
import dev.ashlar.web.Route;
import dev.ashlar.web.server.ServerConfig;
import dev.ashlar.web.server.Timeouts;
import dev.ashlar.web.server.WebServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Health and metrics, asked over HTTP.
final class OperationsTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<WebServer> servers = new ArrayList<>();

  private record Check(String name, Supplier<Future<Void>> result) implements ReadinessCheck {
    @Override
    public Future<Void> check() {
      return result.get();
    }
  }

  private String start(Duration lameDuck, Check... checks) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HttpMetrics metrics = new HttpMetrics(registry);
    Health health = new Health(List.of(checks));
    WebServer server =
        WebServer.builder(
                vertx,
                ServerConfig.DEFAULT
                    .at("127.0.0.1", 0)
                    .withTimeouts(Timeouts.DEFAULT.withLameDuck(lameDuck)))
            .routes(health.routes())
            .routes(List.of(new MetricsPage(registry).route(Authentication.NONE)))
            .routes(
                List.of(
                    Route.get("/things/{id}", x -> x.respond(200)).open(),
                    Route.post("/things/{id}", x -> x.respond(201)).open()))
            .meter(metrics)
            .onClosing(health::closing)
            .start()
            .await();
    metrics.watch(server);
    servers.add(server);
    return server.address();
  }

  @AfterEach
  void stop() {
    servers.forEach(server -> server.shutdown().await());
    vertx.close().await();
    client.close();
  }

  private HttpResponse<String> send(String method, String uri)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(uri))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void assertAnswer(String uri, int status, String body) throws Exception {
    HttpResponse<String> response = send("GET", uri);
    assertThat(response.body()).isEqualTo(body);
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void aServerWhoseChecksHoldIsReady() throws Exception {
    String at = start(Duration.ZERO, new Check("database", Future::succeededFuture));

    assertAnswer(at + "/health/live", 200, "{\"status\":\"up\"}");
    assertAnswer(at + "/health/ready", 200, "{\"status\":\"up\",\"checks\":{\"database\":\"up\"}}");
  }

  @Test
  void aServerWithAFailingCheckIsNotReadyAndDoesNotSayWhy() throws Exception {
    String at =
        start(
            Duration.ZERO,
            new Check("cache", Future::succeededFuture),
            new Check("database", () -> Future.failedFuture("wrong password")),
            new Check(
                "queue",
                () -> {
                  throw new IllegalStateException("no queue");
                }));

    assertAnswer(at + "/health/live", 200, "{\"status\":\"up\"}");
    assertAnswer(
        at + "/health/ready",
        503,
        "{\"status\":\"down\",\"checks\":{\"cache\":\"up\",\"database\":\"down\",\"queue\":\"down\"}}");
  }

  @Test
  void aCheckThatHangsHasFailed() throws Exception {
    String at = start(Duration.ZERO, new Check("slow", () -> Promise.<Void>promise().future()));

    assertThat(send("GET", at + "/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void aServerThatIsClosingIsNotReady() throws Exception {
    String at = start(Duration.ofSeconds(2), new Check("database", Future::succeededFuture));
    assertThat(send("GET", at + "/health/ready").statusCode()).isEqualTo(200);
    Future<Void> closed = servers.getFirst().shutdown();

    assertAnswer(at + "/health/ready", 503, "{\"status\":\"closing\"}");
    closed.await();
  }

  @Test
  void requestsAreCountedByRouteMethodAndClass() throws Exception {
    String at = start(Duration.ZERO);
    for (int i = 0; i < 3; i++) {
      send("GET", at + "/things/" + i);
    }
    send("POST", at + "/things/1");
    send("GET", at + "/nowhere/secret");
    String page = send("GET", at + "/metrics").body();

    assertThat(page)
        .contains(count("GET", "/things/{id}", "2xx", 3))
        .contains(count("POST", "/things/{id}", "2xx", 1))
        .contains(count("GET", "(none)", "4xx", 1))
        .contains("http_server_requests_seconds_sum{")
        .containsPattern("(?m)^http_server_connections [1-9]")
        .contains("jvm_memory_used_bytes")
        .contains("process_uptime_seconds")
        .doesNotContain("secret");
  }

  private static String count(String method, String route, String status, int count) {
    return "http_server_requests_seconds_count{method=\"%s\",route=\"%s\",status=\"%s\"} %d"
        .formatted(method, route, status, count);
  }
}
