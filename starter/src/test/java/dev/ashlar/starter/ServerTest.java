package dev.ashlar.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.Ashlar;
import dev.ashlar.runtime.config.ConfigException;
import dev.ashlar.runtime.config.ConfigSource;
import dev.ashlar.runtime.config.ConfigSource.Dotted;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An application that has users alone.
final class ServerTest {
  private static final Ashlar APPLICATION =
      Ashlar.application("plain").demo("me@example.com", "ashlar-demo", "/api/teams");
  private static final Pattern TOKEN = Pattern.compile("\"(\\w+Token)\":\"([^\"]+)\"");
  private static final String ACCOUNT =
      "{\"email\":\"ada@example.com\",\"password\":\"a sentence that is long\",\"name\":\"Ada\"}";
  private static final String LOGIN =
      "{\"email\":\"ada@example.com\",\"password\":\"a sentence that is long\"}";

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private Server start(String... settings) {
    var all = new HashMap<String, String>();
    all.put("ashlar.port", "0");
    all.put("ashlar.data", folder.toString());
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return APPLICATION.start(List.<ConfigSource>of(new Dotted("the test", all)));
  }

  private HttpResponse<String> ask(
      Server server, String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static Map<String, String> tokens(HttpResponse<String> answer) {
    var tokens = new HashMap<String, String>();
    TOKEN.matcher(answer.body()).results().forEach(it -> tokens.put(it.group(1), it.group(2)));
    return tokens;
  }

  private static String[] bearer(Map<String, String> tokens) {
    return new String[] {"Authorization", "Bearer " + tokens.get("accessToken")};
  }

  @ParameterizedTest
  @EnumSource
  void logsUsersInAndOut(DatabaseKind kind) throws Exception {
    try (var database = TestDatabase.create(kind);
        var server = start("ashlar.database.url", database.url().toString())) {
      assertThat(ask(server, "POST", "/api/auth/register", ACCOUNT).statusCode()).isEqualTo(201);
      assertThat(ask(server, "POST", "/api/auth/register", ACCOUNT).statusCode()).isEqualTo(409);

      var login = ask(server, "POST", "/api/auth/login", LOGIN);
      assertThat(login.statusCode()).isEqualTo(200);
      assertThat(login.body()).contains("\"expiresIn\":");
      var first = tokens(login);
      assertThat(ask(server, "GET", "/api/auth/me", "", bearer(first)).body())
          .contains("\"email\":\"ada@example.com\"", "\"name\":\"Ada\"", "\"teams\":[]");

      var refreshed =
          ask(
              server,
              "POST",
              "/api/auth/refresh",
              "{\"refreshToken\":\"%s\"}".formatted(first.get("refreshToken")));
      assertThat(refreshed.statusCode()).isEqualTo(200);

      var second = tokens(refreshed);
      assertThat(ask(server, "POST", "/api/auth/logout", "", bearer(second)).statusCode())
          .isEqualTo(204);
      assertThat(ask(server, "GET", "/api/auth/me", "", bearer(second)).statusCode())
          .isEqualTo(401);
      assertThat(ask(server, "GET", "/api/auth/me", "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void answersOperators() throws Exception {
    try (var server = start()) {
      assertThat(ask(server, "GET", "/health/live", "").statusCode()).isEqualTo(200);
      assertThat(ask(server, "GET", "/health/ready", "").body()).contains("\"database\":\"up\"");
      assertThat(ask(server, "GET", "/metrics", "").body())
          .contains(
              "http_server_requests",
              "http_server_connections",
              "ashlar_plan_cache_hits_total",
              "ashlar_plan_cache_misses_total",
              "ashlar_plan_cache_plans");
      assertThat(ask(server, "GET", "/openapi.json", "").body())
          .contains("/api/auth/login", "/api/teams");
      assertThat(ask(server, "GET", "/docs", "").body()).contains("swagger-ui");
      assertThat(ask(server, "GET", "/.well-known/jwks.json", "").body()).contains("\"keys\"");
    }
    try (var server = start("ashlar.http.open-metrics", "false")) {
      assertThat(ask(server, "GET", "/metrics", "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void keepsDataAndLoginsAcrossStarts() throws Exception {
    Map<String, String> tokens;
    try (var server = start()) {
      ask(server, "POST", "/api/auth/register", ACCOUNT);
      tokens = tokens(ask(server, "POST", "/api/auth/login", LOGIN));
    }
    try (var server = start()) {
      assertThat(ask(server, "GET", "/api/auth/me", "", bearer(tokens)).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void letsTheRootKeySeeEverything() throws Exception {
    String key = "0123456789abcdef0123456789abcdef0123456789abcdef";
    try (var server = start("ashlar.auth.root-key", key)) {
      ask(server, "POST", "/api/auth/register", ACCOUNT);
      assertThat(ask(server, "GET", "/api/users", "", "Authorization", "Bearer " + key).body())
          .contains("ada@example.com");
      assertThat(ask(server, "GET", "/api/users", "", "Authorization", "Bearer wrong").statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void givesBeansTheRepositoriesOfAnotherModule() throws Exception {
    String key = "0123456789abcdef0123456789abcdef0123456789abcdef";
    try (var server = start("ashlar.auth.root-key", key)) {
      ask(server, "POST", "/api/auth/register", ACCOUNT);
      assertThat(ask(server, "GET", "/census", "", "Authorization", "Bearer " + key).body())
          .isEqualTo("{\"users\":1}");
    }
  }

  @Test
  void deletesWhatTheSettingsKeepNoLonger() throws Exception {
    String key = "0123456789abcdef0123456789abcdef0123456789abcdef";
    try (var server = start("ashlar.auth.root-key", key)) {
      var made =
          ask(
              server,
              "POST",
              "/api/teams",
              "{\"name\":\"Masons\"}",
              "Authorization",
              "Bearer " + key,
              "Idempotency-Key",
              "masons");
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }
    assertThat(rows("ashlar_idempotency")).isOne();

    start("ashlar.retention.idempotency", "1ms", "ashlar.retention.every", "1ms").close();
    assertThat(rows("ashlar_idempotency")).isZero();
    assertThat(rows("ashlar_audit")).isPositive();
  }

  private int rows(String table) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plain.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return rows.getInt(1);
    }
  }

  @Test
  void greetsTheVisitorsOfADemonstration() {
    try (var server = start()) {
      assertThat(server.greeting()).hasSize(2);
      assertThat(server.greeting().getFirst())
          .contains(server.address() + "/api/auth/login", "me@example.com", "ashlar-demo");
      assertThat(server.greeting().getLast()).contains(server.address() + "/api/teams");
    }
    try (var server = start("ashlar.demo", "false")) {
      assertThat(server.greeting()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "x-forwarded-proto",
        "X-Real-IP",
        "Via"
      })
  void keepsADemonstrationThatNobodyAskedForFromProxies(String header) throws Exception {
    try (var server = start()) {
      for (String path : List.of("/openapi.json", "/metrics", "/health/ready")) {
        assertThat(ask(server, "GET", path, "").statusCode()).isEqualTo(200);
        assertThat(ask(server, "GET", path, "", header, "for=192.0.2.1").statusCode())
            .isEqualTo(403);
      }
      ask(server, "POST", "/api/auth/register", ACCOUNT);
      var login = ask(server, "POST", "/api/auth/login", LOGIN, header, "for=192.0.2.1");
      assertThat(login.statusCode()).isEqualTo(403);
      assertThat(login.body())
          .contains("\"code\":\"demo_behind_proxy\"", "ASHLAR_DEMO=false", "ASHLAR_DEMO=true");
      var tokens = tokens(ask(server, "POST", "/api/auth/login", LOGIN));
      assertThat(ask(server, "GET", "/api/auth/me", "", with(bearer(tokens), header)).statusCode())
          .isEqualTo(403);
    }
  }

  private static String[] with(String[] headers, String proxied) {
    return Stream.concat(Stream.of(headers), Stream.of(proxied, "192.0.2.1"))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void letsProxiesInWhereTheDemonstrationWasDecided(boolean demo) throws Exception {
    try (var server = start("ashlar.demo", String.valueOf(demo))) {
      String[] proxied = {"X-Forwarded-For", "192.0.2.1"};
      assertThat(ask(server, "POST", "/api/auth/register", ACCOUNT, proxied).statusCode())
          .isEqualTo(201);
      var login = ask(server, "POST", "/api/auth/login", LOGIN, proxied);
      assertThat(login.statusCode()).isEqualTo(200);

      // The metrics are another decision.
      assertThat(ask(server, "GET", "/metrics", "").statusCode()).isEqualTo(200);
      var refused = ask(server, "GET", "/metrics", "", proxied);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body())
          .contains("\"code\":\"metrics_behind_proxy\"", "ASHLAR_HTTP_OPEN_METRICS");
      var known = with(bearer(tokens(login)), "X-Forwarded-For");
      assertThat(ask(server, "GET", "/metrics", "", known).statusCode()).isEqualTo(200);
    }
    try (var server =
        start("ashlar.demo", String.valueOf(demo), "ashlar.http.open-metrics", "true")) {
      assertThat(ask(server, "GET", "/metrics", "", "X-Forwarded-For", "192.0.2.1").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void letsProxiesInWhereThereIsNothingToDemonstrate() throws Exception {
    var settings = Map.of("ashlar.port", "0", "ashlar.data", folder.toString());
    var sources = List.<ConfigSource>of(new Dotted("the test", settings));
    try (var server = Ashlar.application("bare").start(sources)) {
      assertThat(
              ask(server, "POST", "/api/auth/register", ACCOUNT, "X-Forwarded-For", "192.0.2.1")
                  .statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void refusesOldTablesWhereItMayNotMigrate() {
    assertThatThrownBy(() -> start("ashlar.migrate", "check"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ashlar/0001_create_journal is pending")
        .hasMessageContaining("Run `migrate up`");

    start().close();
    start("ashlar.migrate", "check").close();
  }

  @Test
  void startsOnTheTablesOfANewerProgram() throws Exception {
    start().close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plain.db"));
        var statement = connection.createStatement()) {
      int written =
          statement.executeUpdate(
              """
              INSERT INTO ashlar_migrations
              SELECT number + 1000, module, '9999_of_a_newer_program', checksum, applied_at,
                applied_by, duration
              FROM ashlar_migrations WHERE module = 'ashlar' AND id = '0001_create_journal'
              """);
      assertThat(written).isEqualTo(1);
    }

    try (var server = start("ashlar.migrate", "check")) {
      assertThat(ask(server, "GET", "/health/ready", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void tellsAllWrongSettingsAtOnce() {
    assertThatThrownBy(
            () ->
                start(
                    "ashlar.port",
                    "http",
                    "ashlar.database.synchronous",
                    "often",
                    "ashlar.prt",
                    "1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(
            "3 settings are not right",
            "ashlar.port",
            "one of full, normal",
            "Did you mean ashlar.port?");
  }
}
