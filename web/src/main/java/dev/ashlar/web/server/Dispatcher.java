package dev.ashlar.web.server;

import dev.ashlar.web.ContentKind;
import dev.ashlar.web.ErrorMapper;
import dev.ashlar.web.Problem;
import dev.ashlar.web.ProblemException;
import dev.ashlar.web.RequestMeter;
import dev.ashlar.web.routing.Endpoint;
import dev.ashlar.web.routing.MalformedUrlException;
import dev.ashlar.web.routing.Method;
import dev.ashlar.web.routing.RequestPath;
import dev.ashlar.web.routing.Router;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Takes the requests of one event loop from the server to their routes.
final class Dispatcher implements Handler<HttpServerRequest> {
  static final Problem TOO_LATE =
      Problem.of(504, "deadline_exceeded", "The answer took too long")
          .withDetail("The request may still take effect. Read before you repeat it.");
  static final Problem BODY_TOO_SLOW =
      Problem.of(408, "body_too_slow", "The body did not arrive in time");

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Problem UNEXPECTED =
      Problem.of(500, "internal_error", "Something went wrong here")
          .withDetail("It is in the log under the request id.");

  /// What all event loops share.
  record Shared(
      Router<Target> router,
      ServerConfig config,
      List<ErrorMapper> errors,
      RequestMeter.Recorder unmatched,
      @Nullable CorsPolicy cors,
      AccessLog accessLog,
      ServerState state) {}

  private final Vertx vertx;
  private final Context context;
  private final Thread thread;
  private final Shared shared;
  private final RequestPath requestPath = new RequestPath();
  private final RequestIds ids = new RequestIds(new SecureRandom());
  private final HttpDate date = new HttpDate();
  private final Deadlines deadlines = new Deadlines();
  private final HeadWatch heads = new HeadWatch();
  private final CharSequence[] defaultHeaders;

  /// Makes the dispatcher of the event loop that this is called on.
  Dispatcher(Vertx vertx, Context context, Shared shared) {
    this.vertx = vertx;
    this.context = context;
    this.thread = Thread.currentThread();
    this.shared = shared;
    defaultHeaders = SecurityHeaders.of(ContentKind.DATA, shared.config().tls() != null);
    vertx.setPeriodic(shared.config().timeouts().tickMillis(), id -> tick());
  }

  private void tick() {
    long now = System.nanoTime();
    date.refresh(System.currentTimeMillis());
    deadlines.expire(now);
    heads.expire(now - shared.config().timeouts().head().toNanos());
  }

  // ---- a request
  // ---------------------------------------------------------------------------------

  @Override
  public void handle(HttpServerRequest request) {
    ServerExchange exchange = new ServerExchange(this, request, System.nanoTime());
    try {
      dispatch(request, exchange);
    } catch (Throwable failure) {
      exchange.ended(failure);
    }
  }

  private void dispatch(HttpServerRequest request, ServerExchange exchange) {
    String uri = request.uri();
    Method method = method(request.method());
    if (uri.isEmpty() || uri.charAt(0) != '/') {
      uri = originForm(uri);
    }
    int mark = uri.indexOf('?');
    String path = mark < 0 ? uri : uri.substring(0, mark);
    exchange.located(method, path, mark < 0 ? "" : uri.substring(mark + 1));
    if (method == null) {
      exchange.problem(unknownMethod(request.method()));
      return;
    }
    Endpoint<Target> endpoint = shared.router().match(read(path));
    if (endpoint == null) {
      exchange.problem(Problem.notFound());
    } else if (requestPath.slashAtEnd()) {
      withoutSlash(exchange, method, uri, mark);
    } else {
      enter(exchange, method, endpoint);
    }
  }

  private RequestPath read(String path) {
    try {
      return requestPath.read(path);
    } catch (MalformedUrlException e) {
      throw Problem.badRequest("malformed_path", "The path cannot be read: " + e.getMessage() + ".")
          .exception();
    }
  }

  private void enter(ServerExchange exchange, Method method, Endpoint<Target> endpoint) {
    Target target = endpoint.target(method);
    if (target != null) {
      exchange.matched(target, requestPath);
      target.run(exchange);
    } else if (method == Method.OPTIONS) {
      options(exchange, endpoint.allow());
    } else {
      exchange.problem(
          Problem.of(405, "method_not_allowed", "The path does not take this method")
              .withDetail("The path takes " + endpoint.allow() + ".")
              .withHeader("Allow", endpoint.allow()));
    }
  }

  private void options(ServerExchange exchange, String allow) {
    CorsPolicy cors = shared.cors();
    if (cors != null && CorsPolicy.isPreflight(exchange.request())) {
      cors.preflight(exchange.request(), allow, exchange);
    }
    exchange.header(HttpHeaders.ALLOW, allow);
    exchange.respond(204);
  }

  /// Routes are named without a slash at the end: a reader is sent there, a writer told.
  private static void withoutSlash(ServerExchange exchange, Method method, String uri, int mark) {
    if (method != Method.GET && method != Method.HEAD) {
      exchange.problem(
          Problem.notFound().withDetail("There is something at the path without its last slash."));
      return;
    }
    int end = (mark < 0 ? uri.length() : mark) - 1;
    exchange.header(
        HttpHeaders.LOCATION, uri.substring(0, end) + (mark < 0 ? "" : uri.substring(mark)));
    exchange.respond(308);
  }

  /// The path and query of a target that is written with its scheme and host.
  private static String originForm(String uri) {
    int authority = uri.indexOf("://");
    if (authority <= 0) {
      return uri;
    }
    int slash = uri.indexOf('/', authority + 3);
    return slash < 0 ? "/" : uri.substring(slash);
  }

  private static @Nullable Method method(HttpMethod method) {
    return switch (method.name()) {
      case "GET" -> Method.GET;
      case "HEAD" -> Method.HEAD;
      case "POST" -> Method.POST;
      case "PUT" -> Method.PUT;
      case "PATCH" -> Method.PATCH;
      case "DELETE" -> Method.DELETE;
      case "OPTIONS" -> Method.OPTIONS;
      default -> null;
    };
  }

  private static Problem unknownMethod(HttpMethod method) {
    return Problem.of(501, "method_unknown", "The server does not know this method")
        .withDetail("The method " + method.name() + " is not known here.");
  }

  /// Answers what the decoder could not read; Vert.x closes the connection afterwards.
  void invalid(HttpServerRequest request) {
    ServerExchange exchange = new ServerExchange(this, request, System.nanoTime());
    announceClose(request, request.response());
    exchange.problem(
        switch (request.decoderResult().cause()) {
          case TooLongHttpLineException e ->
              Problem.of(414, "uri_too_long", "The request line is too long")
                  .withDetail(
                      "It may have at most " + shared.config().limits().requestLine() + " bytes.");
          case TooLongHttpHeaderException e ->
              Problem.of(431, "headers_too_large", "The request headers are too large")
                  .withDetail(
                      "They may have at most " + shared.config().limits().headers() + " bytes.");
          case Throwable e ->
              Problem.badRequest(
                  "malformed_request", "The request is not HTTP as this server reads it.");
        });
  }

  // ---- what exchanges ask for
  // --------------------------------------------------------------------

  Vertx vertx() {
    return vertx;
  }

  boolean inLoop() {
    return thread.equals(Thread.currentThread());
  }

  void onLoop(Runnable step) {
    context.runOnContext(ignored -> step.run());
  }

  Deadlines deadlines() {
    return deadlines;
  }

  HeadWatch heads() {
    return heads;
  }

  CharSequence date() {
    return date.text();
  }

  CharSequence[] defaultHeaders() {
    return defaultHeaders;
  }

  @Nullable CorsPolicy cors() {
    return shared.cors();
  }

  /// A fresh id; callable from any thread.
  String nextId() {
    synchronized (ids) {
      return ids.next();
    }
  }

  int bodyLimit() {
    return shared.config().limits().body();
  }

  boolean draining() {
    return shared.state().draining();
  }

  /// Tells an HTTP/1 client that the connection ends; HTTP/2 has frames for that.
  void announceClose(HttpServerRequest request, HttpServerResponse response) {
    if (request.version() != HttpVersion.HTTP_2) {
      response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  void record(ServerExchange exchange, @Nullable Target target, int status, long bytes) {
    long nanos = System.nanoTime() - exchange.startNanos();
    (target == null ? shared.unmatched() : target.recorder()).record(status, nanos);
    if (shared.accessLog().wants(status, nanos)) {
      shared.accessLog().write(exchange, status, bytes, nanos);
    }
  }

  Problem explain(Throwable thrown, ServerExchange exchange) {
    Throwable failure = unwrap(thrown);
    if (failure instanceof ProblemException known) {
      return known.problem();
    }
    for (ErrorMapper mapper : shared.errors()) {
      Optional<Problem> problem = mapper.problem(failure);
      if (problem.isPresent()) {
        return problem.get();
      }
    }
    LOG.atError()
        .addKeyValue("requestId", exchange.requestId())
        .addKeyValue("method", exchange.methodName())
        .addKeyValue("route", exchange.template())
        .setCause(failure)
        .log("A request failed unexpectedly");
    return UNEXPECTED;
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wrapper = thrown instanceof CompletionException || thrown instanceof ExecutionException;
    return wrapper && cause != null ? cause : thrown;
  }

  void failedLate(Throwable failure, ServerExchange exchange) {
    // A client that leaves in the middle of a streamed answer is no trouble of ours.
    boolean clientLeft = failure instanceof IOException || failure instanceof VertxException;
    LOG.atLevel(clientLeft ? Level.DEBUG : Level.WARN)
        .addKeyValue("requestId", exchange.requestId())
        .addKeyValue("method", exchange.methodName())
        .addKeyValue("route", exchange.template())
        .setCause(failure)
        .log("A handler failed after its request was answered");
  }
}
