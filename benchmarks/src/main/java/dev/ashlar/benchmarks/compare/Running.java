package dev.ashlar.benchmarks.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A contender whose process serves.
final class Running implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final JsonFactory JSON = new JsonFactory();

  private final Contender contender;
  private final Database database;
  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private Running(Contender contender, Database database, Process process, int port) {
    this.contender = contender;
    this.database = database;
    this.process = process;
    this.port = port;
  }

  /// Starts the program on a free port and waits until it serves.
  static Running start(
      Contender contender, Database database, Map<String, String> known, int port, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(contender.command(known));
    builder.environment().putAll(contender.environment(known));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Running running = new Running(contender, database, builder.start(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(running.process::destroy));
    try {
      running.awaitReady(log);
      return running;
    } catch (IOException | InterruptedException | RuntimeException e) {
      running.close();
      throw e;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Contender contender() {
    return contender;
  }

  Database database() {
    return database;
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return port;
  }

  /// Logs in if the contender wants it, and gives the token to send along.
  Optional<String> token() throws IOException, InterruptedException {
    Optional<String> login = contender.login();
    if (login.isEmpty()) {
      return Optional.empty();
    }
    HttpRequest request =
        HttpRequest.newBuilder(uri(contender.loginPath()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(login.get()))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return Optional.of(accessToken(response));
  }

  /// Asks something and gives the whole answer, which must have the status expected.
  String ask(Workload workload, String path, Optional<String> body, Optional<String> token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).header("Accept", "application/json");
    token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    body.ifPresent(
        it ->
            request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(it)));
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != workload.status()) {
      throw new LoadException(
          "%s answers %s with %d instead of %d: %s"
              .formatted(
                  contender.name(),
                  path,
                  response.statusCode(),
                  workload.status(),
                  response.body()));
    }
    return response.body();
  }

  private String accessToken(HttpResponse<String> response) throws IOException {
    try (JsonParser parser = JSON.createParser(response.body())) {
      while (response.statusCode() == 200 && parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME
            && "accessToken".equals(parser.currentName())) {
          return parser.nextTextValue();
        }
      }
    }
    throw new LoadException(
        contender.name() + " did not log in: " + response.statusCode() + " " + response.body());
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (ready()) {
        return;
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    List<String> lines = Files.readAllLines(log);
    String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    throw new LoadException(contender.name() + " does not serve. Its output ends:\n" + tail);
  }

  private boolean ready() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(contender.ready())).timeout(Duration.ofSeconds(5)).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException notYet) {
      return false;
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
