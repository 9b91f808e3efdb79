package dev.ashlar.benchmarks.compare;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final byte[] BODY = "x".repeat(100_000).getBytes(US_ASCII);

  @Test
  void answersOfKnownLengthAreCounted() throws IOException {
    Load.Window window = load(exchange -> answer(exchange, 200, BODY.length));

    assertThat(window.errors()).isZero();
    assertThat(window.requests()).isGreaterThanOrEqualTo(4);
    assertThat(window.bytes()).isEqualTo(window.requests() * BODY.length);
  }

  @Test
  void answersInChunksAreCounted() throws IOException {
    Load.Window window = load(exchange -> answer(exchange, 200, 0));

    assertThat(window.errors()).isZero();
    assertThat(window.requests()).isGreaterThanOrEqualTo(4);
    assertThat(window.bytes()).isEqualTo(window.requests() * BODY.length);
  }

  @Test
  void everyWrongStatusIsAnError() throws IOException {
    Load.Window window = load(exchange -> answer(exchange, 404, BODY.length));

    assertThat(window.errors()).isEqualTo(window.requests()).isPositive();
    assertThat(window.wrongStatus()).isEqualTo(404);
  }

  @Test
  void requestsNameRowsThatAreSeededAndCarryTheToken() throws IOException {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    load(
        exchange -> {
          String token = exchange.getRequestHeaders().getFirst("Authorization");
          seen.add(token + " " + exchange.getRequestURI());
          answer(exchange, 200, BODY.length);
        });

    assertThat(seen)
        .hasSizeGreaterThan(1)
        .allMatch(it -> it.matches("Bearer key /tasks/01970004-0000-7000-8000-[0-9a-f]{12}"))
        .allMatch(it -> Integer.parseInt(it.substring(it.length() - 12), 16) <= Requests.TASKS);
  }

  private static Load.Window load(HttpHandler handler) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, 0);
    server.createContext("/", handler);
    server.start();
    try (Load load = new Load(server.getAddress().getPort(), 4, requests(), 200)) {
      return load.run(Duration.ofMillis(100));
    } finally {
      server.stop(0);
    }
  }

  private static Requests requests() {
    Properties file = new Properties();
    file.setProperty("row", "/tasks/{task}");
    Contender contender = new Contender("test", file);
    return Requests.of(contender, Workload.ROW, Optional.of("key"), 1);
  }

  /// Answers with `BODY`; a length of 0 makes the server send it in chunks.
  private static void answer(HttpExchange exchange, int status, int length) throws IOException {
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write(BODY);
    exchange.close();
  }
}
