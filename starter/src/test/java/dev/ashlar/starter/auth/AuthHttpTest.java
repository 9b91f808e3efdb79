package dev.ashlar.starter.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class AuthHttpTest {
  private static final Map<TestDatabase, AuthServer> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String PASSWORD = "difference engine";

  private final AuthServer server;
  private final String email = "ada%d@example.com".formatted(NUMBERS.incrementAndGet());

  AuthHttpTest(TestDatabase database) {
    server = SERVERS.computeIfAbsent(database, AuthServer::new);
  }

  @AfterAll
  static void close() {
    SERVERS.values().forEach(AuthServer::close);
    SERVERS.clear();
  }

  private HttpResponse<String> register() {
    return server.post(
        "/api/auth/register",
        """
        {"email":"%s","password":"%s","name":"Ada"}"""
            .formatted(email, PASSWORD));
  }

  private HttpResponse<String> login(String password) {
    return server.post(
        "/api/auth/login",
        """
        {"email":"%s","password":"%s"}"""
            .formatted(email, password));
  }

  private String loggedIn() {
    register();
    return login(PASSWORD).body();
  }

  private HttpResponse<String> me(String accessToken) {
    return server.get("/api/auth/me", "Authorization", "Bearer " + accessToken);
  }

  /// The text of a member, wherever in an answer it first stands.
  private static String text(String json, String name) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertThat(found.find()).as(name + " in " + json).isTrue();
    return found.group(1);
  }

  @Test
  void registersAndTellsThatAnAccountIsThere() {
    var made = register();

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location"))
        .contains("/api/users/" + text(made.body(), "id"));
    assertThat(made.body()).doesNotContain(PASSWORD);
    var again = register();
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(text(again.body(), "code")).isEqualTo("email_taken");
    assertThat(text(again.body(), "pointer")).isEqualTo("/email");
  }

  @Test
  void logsInAndTellsWhoIsCalling() {
    var tokens = loggedIn();

    assertThat(tokens).contains("\"expiresIn\":600").contains("\"tokenType\":\"Bearer\"");
    var me = me(text(tokens, "accessToken"));
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(text(me.body(), "email")).isEqualTo(email);
    assertThat(me.body()).endsWith("\"teams\":[],\"roles\":[],\"permissions\":[]}");
    assertThat(me.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(me(text(tokens, "accessToken")).body()).isEqualTo(me.body());
  }

  @Test
  void tellsTeamsWithRolesAndPermissions() {
    var user = text(register().body(), "id");
    var team = made("teams", "{\"name\":\"Team of %s\"}".formatted(email));
    var role =
        made(
            "roles",
            "{\"name\":\"role of %s\",\"permissions\":[\"tasks:read\",\"members:*\"]}"
                .formatted(email));
    made(
        "memberships",
        "{\"userId\":\"%s\",\"teamId\":\"%s\",\"roleId\":\"%s\"}".formatted(user, team, role));

    assertThat(me(text(login(PASSWORD).body(), "accessToken")).body())
        .contains(
            "\"teams\":[{\"id\":\"%s\",\"name\":\"Team of %s\",\"role\":{\"id\":\"%s\",\"name\":\"role of %s\"},\"permissions\":[\"members:*\",\"tasks:read\"]}]"
                .formatted(team, email, role, email));
  }

  private String made(String entities, String json) {
    var answer = server.post("/api/" + entities, json, "X-API-Key", AuthServer.ROOT_KEY);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return text(answer.body(), "id");
  }

  @Test
  void answersAlikeWhetherThereIsAnAccountOrNot() {
    var absent = login(PASSWORD);
    register();
    var wrong = login("not her password");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(text(wrong.body(), "code")).isEqualTo("invalid_credentials");
    assertThat(withoutRequest(wrong)).isEqualTo(withoutRequest(absent));
    assertThat(wrong.headers().map().keySet()).isEqualTo(absent.headers().map().keySet());
  }

  private static String withoutRequest(HttpResponse<String> answer) {
    return answer.statusCode() + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  @Test
  void makesGuessersWait() {
    for (int i = 0; i < 5; i++) {
      assertThat(login("guess " + i).statusCode()).isEqualTo(401);
    }

    var slowed = login("guess");
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(slowed.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1L, 60L);
  }

  @Test
  void refreshesOnceAndEndsTheLoginWhenATokenIsUsedTwice() {
    var tokens = loggedIn();
    var body = "{\"refreshToken\":\"%s\"}".formatted(text(tokens, "refreshToken"));

    var next = server.post("/api/auth/refresh", body);

    assertThat(next.statusCode()).isEqualTo(200);
    var token = text(next.body(), "accessToken");
    assertThat(me(token).statusCode()).isEqualTo(200);
    var reused = server.post("/api/auth/refresh", body);
    assertThat(reused.statusCode()).isEqualTo(401);
    assertThat(text(reused.body(), "code")).isEqualTo("invalid_refresh_token");
    assertThat(me(token).statusCode()).isEqualTo(401);
  }

  @Test
  void logsOut() {
    var tokens = loggedIn();
    var bearer = "Bearer " + text(tokens, "accessToken");
    assertThat(me(text(tokens, "accessToken")).statusCode()).isEqualTo(200);

    var out =
        server.send(
            server
                .request("/api/auth/logout", "Authorization", bearer)
                .POST(BodyPublishers.noBody()));

    assertThat(out.statusCode()).isEqualTo(204);
    var refused = me(text(tokens, "accessToken"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"api\"");
    var body = "{\"refreshToken\":\"%s\"}".formatted(text(tokens, "refreshToken"));
    assertThat(server.post("/api/auth/refresh", body).statusCode()).isEqualTo(401);
  }

  @Test
  void logsOutByARefreshToken() {
    var tokens = loggedIn();
    var body = "{\"refreshToken\":\"%s\"}".formatted(text(tokens, "refreshToken"));

    assertThat(server.post("/api/auth/logout", body).statusCode()).isEqualTo(204);

    assertThat(me(text(tokens, "accessToken")).statusCode()).isEqualTo(401);
    assertThat(server.post("/api/auth/logout", body).statusCode()).isEqualTo(204);
  }

  @Test
  void logsNobodyOutWhoIsNotIn() {
    var nobody = server.send(server.request("/api/auth/logout").POST(BodyPublishers.noBody()));

    assertThat(nobody.statusCode()).isEqualTo(401);
  }

  @Test
  void knowsTheRootKeyInBothPlaces() {
    for (var header :
        new String[][] {
          {"X-API-Key", AuthServer.ROOT_KEY}, {"Authorization", "bearer " + AuthServer.ROOT_KEY}
        }) {
      var me = server.get("/api/auth/me", header);
      assertThat(me.statusCode()).isEqualTo(200);
      assertThat(me.body()).contains("\"name\":\"root\"").contains("\"permissions\":[\"*\"]");
    }
    for (var header :
        new String[][] {
          {"X-API-Key", AuthServer.ROOT_KEY + "x"}, {"Authorization", "Bearer x"},
          {"Authorization", "Bearer "}, {"Authorization", "Basic eDp5"}
        }) {
      assertThat(server.get("/api/auth/me", header).statusCode()).isEqualTo(401);
    }
    assertThat(server.get("/api/auth/me").statusCode()).isEqualTo(401);
  }

  @Test
  void saysWhatIsWrongWithABody() {
    assertBad("{\"email\":\"a@b.c\"}", 422, "/password");
    assertBad("{\"email\":1,\"password\":\"x\"}", 422, "/email");
    assertBad("{\"email\":null,\"password\":\"x\"}", 422, "/email");
    assertBad("{\"email\":\"a\",\"email\":\"b\",\"password\":\"x\"}", 422, "/email");
    assertBad("{\"email\":\"a\",\"password\":\"x\",\"a/b\":[{}]}", 422, "/a~1b");
    for (var broken : new String[] {"", "{", "{}{}", "{\"email\":}", "nul"}) {
      var answer = server.post("/api/auth/login", broken);
      assertThat(answer.statusCode()).as(broken).isEqualTo(400);
      assertThat(text(answer.body(), "code")).isEqualTo("malformed_json");
    }
    assertThat(server.post("/api/auth/login", "[]").statusCode()).isEqualTo(422);
    assertThat(server.post("/api/auth/login", "\"" + "x".repeat(20_000) + "\"").statusCode())
        .isEqualTo(413);
  }

  private void assertBad(String body, int status, String pointer) {
    var answer = server.post("/api/auth/login", body);
    assertThat(answer.statusCode()).as(body).isEqualTo(status);
    assertThat(text(answer.body(), "pointer")).isEqualTo(pointer);
  }

  @Test
  void showsThePublicKeysAlone() {
    var keys = server.get("/.well-known/jwks.json");

    assertThat(keys.statusCode()).isEqualTo(200);
    assertThat(keys.body()).contains("\"crv\":\"Ed25519\"").doesNotContain("\"d\":");
  }

  @Test
  void hidesTheAddressesOfOthers() {
    var tokens = loggedIn();
    var mine = text(me(text(tokens, "accessToken")).body(), "id");
    var team = made("teams", "{\"name\":\"T %s\"}".formatted(email));
    var role =
        made("roles", "{\"name\":\"r %s\",\"permissions\":[\"users:read\"]}".formatted(email));
    var other =
        made(
            "users",
            "{\"name\":\"Other\",\"email\":\"other-%s\",\"active\":true}".formatted(email));
    for (var user : new String[] {mine, other}) {
      made(
          "memberships",
          "{\"userId\":\"%s\",\"teamId\":\"%s\",\"roleId\":\"%s\"}".formatted(user, team, role));
    }
    var bearer = "Bearer " + text(tokens, "accessToken");

    var seen = server.get("/api/users/" + other, "Authorization", bearer).body();
    var filtered = server.get("/api/users?email=other-" + email, "Authorization", bearer).body();

    assertThat(text(seen, "name")).isEqualTo("Other");
    assertThat(seen).doesNotContain("@").contains("\"redacted\":");
    assertThat(filtered).doesNotContain(other);
    assertThat(server.get("/api/users/" + mine, "Authorization", bearer).body())
        .contains("\"email\":\"" + email);
    var credentials = server.get("/api/credentials", "X-API-Key", AuthServer.ROOT_KEY);
    assertThat(credentials.statusCode()).isEqualTo(404);
  }

  @Test
  void letsNobodyRiseOverRest() {
    var tokens = loggedIn();
    var bearer = "Bearer " + text(tokens, "accessToken");
    var mine = text(me(text(tokens, "accessToken")).body(), "id");
    var god = made("roles", "{\"name\":\"g %s\",\"permissions\":[\"*\"]}".formatted(email));
    made(
        "grants",
        "{\"userId\":\"%s\",\"roleId\":\"%s\"}"
            .formatted(
                mine,
                made(
                    "roles",
                    "{\"name\":\"m %s\",\"permissions\":[\"grants:*\",\"roles:*\",\"users:*\"]}"
                        .formatted(email))));

    var grant =
        server.post(
            "/api/grants",
            "{\"userId\":\"%s\",\"roleId\":\"%s\"}".formatted(mine, god),
            "Authorization",
            bearer);
    var role =
        server.post(
            "/api/roles",
            "{\"name\":\"x %s\",\"permissions\":[\"*\"]}".formatted(email),
            "Authorization",
            bearer);

    assertThat(grant.statusCode()).isEqualTo(403);
    assertThat(role.statusCode()).isEqualTo(403);
    assertThat(me(text(tokens, "accessToken")).body()).doesNotContain("\"*\"");
  }
}
