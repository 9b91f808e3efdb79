package dev.ashlar.examples.tasks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The example application in a process of its own, on a database of the test's choice.
final class RunningApplication implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+");
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

  private final Process process;
  private final String said;
  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private RunningApplication(Process process, String said, String address) {
    this.process = process;
    this.said = said;
    this.address = address;
  }

  /// Starts it on a database, with the demonstration's data.
  ///
  /// @param url `postgresql://…`, or `sqlite:` and the database's file, whose folder is used
  static RunningApplication start(URI url, Path folder) {
    return start(url, folder, System.getProperty("java.class.path"));
  }

  /// The same, from a class path of its own.
  static RunningApplication start(URI url, Path folder, String classPath) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            // It lives for seconds: what the second compiler makes would come too late.
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            "dev.ashlar.examples.tasks.TasksApplication",
            "run");
    var environment = builder.environment();
    environment.put("PORT", "0");
    environment.put("ASHLAR_DATA", folder.toString());
    environment.put("ASHLAR_DEMO", "true");
    environment.remove("DATABASE_URL");
    if (url.getScheme().equals("postgresql")) {
      environment.put("DATABASE_URL", url.toString());
    }
    try {
      var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return listening(process);
    } catch (IOException failure) {
      throw new UncheckedIOException("The application could not be started.", failure);
    }
  }

  private static RunningApplication listening(Process process) throws IOException {
    var said = new ArrayList<String>();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      var found = ADDRESS.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        String before = line.substring(0, found.start()).strip();
        return new RunningApplication(process, before, found.group());
      }
    }
    throw new IllegalStateException("The application ended without an address, saying " + said);
  }

  /// What it said before its address.
  String said() {
    return said;
  }

  /// Where it answers, such as `http://127.0.0.1:41873`.
  String address() {
    return address;
  }

  /// Ends it as a crash would (`kill -9`), and gives when there is nothing left of it. What was
  /// asked and not answered fails.
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// The access token of one of the demonstration's accounts, such as `lead`.
  String token(String account) {
    return tokens.computeIfAbsent(account, this::login);
  }

  private String login(String account) {
    var answer =
        send(
            "POST",
            "/api/auth/login",
            "{\"email\":\"%s@example.com\",\"password\":\"%s\"}"
                .formatted(account, DemoPeople.PASSWORD),
            List.of());
    var token = TOKEN.matcher(answer.body());
    if (!token.find()) {
      throw new IllegalStateException("%s cannot log in: %s".formatted(account, answer.body()));
    }
    return token.group(1);
  }

  /// A request of an account, with further headers given as name and value in turn.
  HttpResponse<String> as(
      String account, String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of("Authorization", "Bearer " + token(account)));
    all.addAll(List.of(headers));
    return send(method, path, body, all);
  }

  private HttpResponse<String> send(String method, String path, String body, List<String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(method + " " + path, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /// Stops it as a terminal or a container would, and waits.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("The application did not stop within 20 seconds.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }
}
