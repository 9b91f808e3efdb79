package dev.ashlar.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.web.Handler;
import dev.ashlar.web.MediaType;
import dev.ashlar.web.Problem;
import dev.ashlar.web.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is answered to well-formed requests: a table.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswersTest {
  private static final String JSON = "Content-Type: application/json";

  private TestServer server;

  /// A request, and what must come back; headers are a part of their values, `-` means absent.
  record Case(
      String name,
      String method,
      String target,
      List<String> headers,
      String body,
      int status,
      Map<String, String> expected,
      String content) {
    static Case of(String name, String method, String target, int status, String content) {
      return new Case(name, method, target, List.of(), "", status, Map.of(), content);
    }

    Case with(String... headers) {
      return new Case(name, method, target, List.of(headers), body, status, expected, content);
    }

    Case sending(String body) {
      return new Case(name, method, target, headers, body, status, expected, content);
    }

    Case expecting(Map<String, String> expected) {
      return new Case(name, method, target, headers, body, status, expected, content);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Handler text(String text) {
    return exchange -> exchange.respond(200, MediaType.TEXT, Buffer.buffer(text));
  }

  @BeforeAll
  void start() {
    server =
        TestServer.of(
            Route.get("/", text("root")).open(),
            Route.get("/things", text("list")).open(),
            Route.post("/things", x -> x.respond(201)).open(),
            Route.get("/things/new", text("form")).open(),
            Route.get(
                    "/things/{id}",
                    x -> x.respond(200, MediaType.TEXT, Buffer.buffer(x.pathParameter("id"))))
                .open(),
            Route.get(
                    "/files/{path...}",
                    x -> x.respond(200, MediaType.TEXT, Buffer.buffer(x.pathParameter(0))))
                .open(),
            Route.get(
                    "/query",
                    x ->
                        x.respond(
                            200,
                            MediaType.TEXT,
                            Buffer.buffer(
                                String.join("|", x.query().all("a"))
                                    + ";"
                                    + x.query().first("b").orElse("none"))))
                .open(),
            Route.post(
                    "/echo",
                    x ->
                        x.body("application/json", 32)
                            .compose(body -> x.respond(200, MediaType.JSON, body)))
                .open(),
            Route.get("/nothing", x -> x.respond(204)).open(),
            Route.get(
                    "/cached",
                    x -> x.header("ETag", "\"1\"").header("cache-control", "private").respond(304))
                .open(),
            Route.get(
                    "/cookies",
                    x ->
                        x.addHeader("set-cookie", "a=1")
                            .addHeader("set-cookie", "b=2")
                            .respond(200))
                .open(),
            Route.get("/page", text("<p>")).open().content(dev.ashlar.web.ContentKind.PAGE),
            Route.get("/id", x -> x.respond(200, MediaType.TEXT, Buffer.buffer(x.requestId())))
                .open(),
            Route.get(
                    "/problem",
                    x ->
                        Future.failedFuture(
                            Problem.notFound().withDetail("Gone \"x\".").exception()))
                .open(),
            Route.get(
                    "/throws",
                    x -> {
                      throw new UnsupportedOperationException("a secret detail");
                    })
                .open(),
            Route.get("/forgets", x -> Future.succeededFuture()).open(),
            Route.get("/splits", x -> x.header("location", "/a\r\nSet-Cookie: x=1").respond(302))
                .open(),
            Route.get(
                    "/blocking",
                    Handler.blocking(
                        x ->
                            x.header("x-virtual", "" + Thread.currentThread().isVirtual())
                                .respond(200, MediaType.TEXT, Buffer.buffer("done"))))
                .open(),
            Route.post(
                    "/blocking",
                    Handler.blocking(
                        x -> x.respond(200, MediaType.JSON, x.body("application/json").await())))
                .open(),
            Route.get(
                    "/blocking-throws",
                    Handler.blocking(
                        x -> {
                          throw Problem.badRequest("no", "Not so.").exception();
                        }))
                .open());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static List<Case> cases() {
    return List.of(
        Case.of("the root", "GET", "/", 200, "root")
            .expecting(
                Map.of(
                    "content-length", "4",
                    "content-type", "text/plain",
                    "x-content-type-options", "nosniff",
                    "referrer-policy", "no-referrer",
                    "content-security-policy", "frame-ancestors 'none'",
                    "cache-control", "no-store",
                    "date", "GMT",
                    "strict-transport-security", "-",
                    "access-control-allow-origin", "-")),
        Case.of("a literal", "GET", "/things", 200, "list"),
        Case.of("a literal before a parameter", "GET", "/things/new", 200, "form"),
        Case.of("a parameter", "GET", "/things/7", 200, "7"),
        Case.of("a decoded parameter", "GET", "/things/a%2Fb%20%C3%A9+", 200, "a/b é+"),
        Case.of("a parameter decoded once", "GET", "/things/%2525", 200, "%25"),
        Case.of("an encoded literal", "GET", "/thin%67s", 200, "list"),
        Case.of("a tail", "GET", "/files/a/b%2Fc/d", 200, "a/b/c/d"),
        Case.of("an absolute target", "GET", "http://elsewhere.example/things", 200, "list"),
        Case.of("an absolute target without path", "GET", "http://elsewhere.example", 200, "root"),
        Case.of("no route", "GET", "/nowhere", 404, "\"code\":\"not_found\""),
        Case.of("an empty segment", "GET", "/things//7", 404, "not_found"),
        Case.of("a path that looks like a host", "GET", "//things", 404, "not_found"),
        Case.of("a last slash, read", "GET", "/things/?a=1", 308, "")
            .expecting(Map.of("location", "/things?a=1")),
        Case.of("a last slash, written", "POST", "/things/", 404, "without its last slash"),
        Case.of("a dot segment", "GET", "/things/../things", 400, "malformed_path"),
        Case.of("an encoded dot segment", "GET", "/things/%2e%2E/things", 400, "malformed_path"),
        Case.of("a broken escape", "GET", "/things/%2", 400, "malformed_path"),
        Case.of("an escape that is not UTF-8", "GET", "/things/%ff", 400, "malformed_path"),
        Case.of("an overlong escape", "GET", "/things/%c0%af", 400, "malformed_path"),
        Case.of("an encoded NUL", "GET", "/things/%00", 400, "malformed_path"),
        Case.of("a backslash", "GET", "/things/a\\b", 400, "malformed_path"),
        Case.of("a fragment", "GET", "/things#x", 400, "malformed_path"),
        Case.of("another method", "DELETE", "/things", 405, "method_not_allowed")
            .expecting(Map.of("allow", "GET, HEAD, POST, OPTIONS")),
        Case.of("an unknown method", "BREW", "/things", 501, "method_unknown"),
        Case.of("TRACE", "TRACE", "/things", 501, "method_unknown"),
        Case.of("OPTIONS", "OPTIONS", "/things", 204, "")
            .expecting(Map.of("allow", "GET, HEAD, POST, OPTIONS", "content-length", "-")),
        Case.of("a preflight where CORS is closed", "OPTIONS", "/things", 204, "")
            .with("Origin: https://evil.example", "Access-Control-Request-Method: POST")
            .expecting(
                Map.of("access-control-allow-origin", "-", "access-control-allow-methods", "-")),
        Case.of("a query", "GET", "/query?a=1&b=x%26y&a=2+3&&a", 200, "1|2 3|;x&y"),
        Case.of("no query", "GET", "/query", 200, ";none"),
        Case.of("a query that is broken", "GET", "/query?a=%zz", 400, "malformed_query"),
        Case.of("a query that is not UTF-8", "GET", "/query?a=%80", 400, "malformed_query"),
        Case.of("a body", "POST", "/echo", 200, "{\"a\":1}").with(JSON).sending("{\"a\":1}"),
        Case.of("a body in UTF-8", "POST", "/echo", 200, "{}")
            .with("Content-Type: Application/JSON; charset=UTF-8")
            .sending("{}"),
        Case.of("no body", "POST", "/echo", 200, ""),
        Case.of("a body of another type", "POST", "/echo", 415, "send application/json")
            .with("Content-Type: text/plain")
            .sending("{}"),
        Case.of("a body of no type", "POST", "/echo", 415, "no Content-Type").sending("{}"),
        Case.of("a body in Latin 1", "POST", "/echo", 415, "UTF-8")
            .with("Content-Type: application/json; charset=iso-8859-1")
            .sending("{}"),
        Case.of("a zipped body", "POST", "/echo", 415, "send it plain")
            .with(JSON, "Content-Encoding: gzip")
            .sending("{}"),
        Case.of("a body beyond the limit", "POST", "/echo", 413, "at most 32 bytes")
            .with(JSON)
            .sending("x".repeat(33)),
        Case.of("a body at the limit", "POST", "/echo", 200, "x".repeat(32))
            .with(JSON)
            .sending("x".repeat(32)),
        Case.of("204", "GET", "/nothing", 204, "").expecting(Map.of("content-length", "-")),
        Case.of("304", "GET", "/cached", 304, "")
            .expecting(Map.of("etag", "\"1\"", "cache-control", "private")),
        Case.of("a repeated header", "GET", "/cookies", 200, "")
            .expecting(Map.of("set-cookie", "a=1,b=2")),
        Case.of("a page", "GET", "/page", 200, "<p>")
            .expecting(Map.of("content-security-policy", "default-src 'self'")),
        Case.of("a request id of the client", "GET", "/id", 200, "abc-1.2_3")
            .with("X-Request-Id: abc-1.2_3")
            .expecting(Map.of("x-request-id", "abc-1.2_3")),
        Case.of("a request id that is none", "GET", "/id", 200, "-")
            .with("X-Request-Id: a b<script>"),
        Case.of("a request id too long", "GET", "/id", 200, "-")
            .with("X-Request-Id: " + "a".repeat(65)),
        Case.of("a problem", "GET", "/problem", 404, "\"detail\":\"Gone \\\"x\\\".\"")
            .with("X-Request-Id: r1")
            .expecting(Map.of("content-type", "application/problem+json")),
        Case.of(
                "a problem whole",
                "GET",
                "/problem",
                404,
                "{\"type\":\"urn:ashlar:problem:not_found\",\"title\":\"There is nothing here\",\"status\":404,\"detail\":\"Gone \\\"x\\\".\",\"code\":\"not_found\",\"requestId\":\"r1\"}")
            .with("X-Request-Id: r1"),
        Case.of("an unexpected failure", "GET", "/throws", 500, "\"code\":\"internal_error\""),
        Case.of("a handler that forgets to answer", "GET", "/forgets", 500, "internal_error"),
        Case.of("a header that would split", "GET", "/splits", 500, "internal_error")
            .expecting(Map.of("set-cookie", "-", "location", "-")),
        Case.of("a virtual thread", "GET", "/blocking", 200, "done")
            .expecting(Map.of("x-virtual", "true")),
        Case.of("a body on a virtual thread", "POST", "/blocking", 200, "[1]")
            .with(JSON)
            .sending("[1]"),
        Case.of("a body refused on a virtual thread", "POST", "/blocking", 415, "unsupported")
            .sending("[1]"),
        Case.of("a throw on a virtual thread", "GET", "/blocking-throws", 400, "\"code\":\"no\""));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers(Case one) throws Exception {
    try (Wire wire = server.connect()) {
      wire.request(one.method, one.target, one.headers, one.body);
      Wire.Reply reply = wire.read();

      assertThat(reply.status()).as(reply.body()).isEqualTo(one.status);
      assertThat(reply.body()).contains(one.content).doesNotContain("secret");
      one.expected.forEach((name, value) -> assertHeader(reply, name, value));
      assertThat(reply.headers("x-request-id")).hasSize(1);
      assertStillUsable(wire);
    }
  }

  private static void assertHeader(Wire.Reply reply, String name, String value) {
    String found = String.join(",", reply.headers(name));
    if (value.equals("-")) {
      assertThat(found).as(name).isEmpty();
    } else {
      assertThat(found).as(name).contains(value);
    }
  }

  /// Whatever was asked, the next request on the connection is read from the right place.
  private static void assertStillUsable(Wire wire) throws Exception {
    assertThat(wire.get("/things").read().body()).isEqualTo("list");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersHeadAsGetWithoutBody(Case one) throws Exception {
    if (!one.method.equals("GET")) {
      return;
    }
    try (Wire wire = server.connect()) {
      wire.request("HEAD", one.target, one.headers, "");
      assertThat(wire.readHead().status()).isEqualTo(one.status);
      assertStillUsable(wire);
    }
  }
}
