package dev.ashlar.web.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.web.Route;
import dev.ashlar.web.server.ServerConfig;
import dev.ashlar.web.server.WebServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of the class path, served.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClassPathFilesTest {
  private static final ClassLoader LOADER = ClassPathFilesTest.class.getClassLoader();
  private static final String FOLDER = "files-test";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeAll
  void start() {
    List<Route> routes =
        ClassPathFiles.routes(
            "/assets", LOADER, FOLDER, List.of("page.html", "style.css", "deep/script.js"));
    server =
        WebServer.builder(vertx, ServerConfig.DEFAULT.at("127.0.0.1", 0))
            .routes(routes)
            .start()
            .await();
  }

  @AfterAll
  void stop() {
    server.shutdown().await();
    vertx.close().await();
    client.close();
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(Duration.ofSeconds(20));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void aFileComesWithItsTypeAndTag() throws Exception {
    HttpResponse<String> response = get("/assets/style.css");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("p { margin: 0 }\n");
    assertThat(header(response, "content-type")).isEqualTo("text/css; charset=utf-8");
    assertThat(header(response, "cache-control")).isEqualTo("public, max-age=3600");
    assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(response, "etag")).matches("\"[0-9a-f]{24}\"");
  }

  @Test
  void aFileThatIsKnownIsNotSentAgain() throws Exception {
    String tag = header(get("/assets/deep/script.js"), "etag");

    assertThat(get("/assets/deep/script.js", "If-None-Match", "W/" + tag).statusCode())
        .isEqualTo(304);
    assertThat(get("/assets/deep/script.js", "If-None-Match", "\"0\"").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageMayRunItsOwnScripts() throws Exception {
    assertThat(header(get("/assets/page.html"), "content-security-policy"))
        .contains("default-src 'self'");
    assertThat(header(get("/assets/style.css"), "content-security-policy"))
        .contains("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/unlisted.txt",
        "/assets/../files-test/unlisted.txt",
        "/assets/%2e%2e/files-test/unlisted.txt",
        "/assets/deep/..%2Funlisted.txt",
        "/assets/deep%2Fscript.js",
        "/assets/deep",
        "/assets/style.css%00.html"
      })
  void nothingElseIsServed(String path) throws Exception {
    assertThat(get(path).statusCode()).isBetween(400, 404);
  }

  @Test
  void whatCannotBeServedIsRefusedAtStart() {
    assertThatThrownBy(() -> ClassPathFiles.routes("/a", LOADER, FOLDER, List.of("gone.css")))
        .hasMessageContaining("files-test/gone.css is not on the class path");
    assertThatThrownBy(() -> ClassPathFiles.routes("/a", LOADER, FOLDER, List.of("odd.xyz")))
        .hasMessageContaining("The content type of odd.xyz is not known");
  }
}
