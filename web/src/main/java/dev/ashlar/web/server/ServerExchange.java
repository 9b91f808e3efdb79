package dev.ashlar.web.server;

import dev.ashlar.runtime.access.Actor;
import dev.ashlar.web.Attribute;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.MediaType;
import dev.ashlar.web.Problem;
import dev.ashlar.web.Query;
import dev.ashlar.web.Route;
import dev.ashlar.web.routing.Method;
import dev.ashlar.web.routing.PathTemplate;
import dev.ashlar.web.routing.RequestPath;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.streams.ReadStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The exchange over one Vert.x request. Its state changes on its event loop only.
final class ServerExchange implements Exchange {
  /// What a handler gives back that has answered.
  static final Future<Void> GIVEN = Future.succeededFuture();

  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
  private static final Buffer EMPTY = Buffer.buffer();
  private static final String[] NONE = {};

  /// Who has answered.
  private enum State {
    NOBODY,
    HANDLER,
    DEADLINE
  }

  // The neighbours among the waiting exchanges; Deadlines keeps them.
  @Nullable ServerExchange earlier;
  @Nullable ServerExchange later;
  boolean waiting;

  private final Dispatcher dispatcher;
  private final HttpServerRequest request;
  private final long startNanos;
  private final ResponseHeaders ownHeaders = new ResponseHeaders();
  private volatile State state = State.NOBODY;
  private @Nullable Target target;
  private @Nullable Method method;
  private String path = "";
  private String queryText = "";
  private String[] pathValues = NONE;
  private Actor actor = Actor.ANONYMOUS;
  private @Nullable RequestBody body;
  private @Nullable Query query;
  private @Nullable String requestId;
  private @Nullable Map<Attribute<?>, Object> attributes;

  ServerExchange(Dispatcher dispatcher, HttpServerRequest request, long startNanos) {
    this.dispatcher = dispatcher;
    this.request = request;
    this.startNanos = startNanos;
  }

  // ---- what the dispatcher finds out
  // -------------------------------------------------------------

  void located(@Nullable Method method, String path, String queryText) {
    this.method = method;
    this.path = path;
    this.queryText = queryText;
  }

  void matched(Target target, RequestPath requestPath) {
    this.target = target;
    pathValues = target.route().path().values(requestPath);
    body = RequestBody.hold(request);
  }

  void identified(Actor actor) {
    this.actor = actor;
  }

  HttpServerRequest request() {
    return request;
  }

  String methodName() {
    return request.method().name();
  }

  String queryText() {
    return queryText;
  }

  @Nullable PathTemplate templateOrNull() {
    Target found = target;
    return found == null ? null : found.route().path();
  }

  String template() {
    PathTemplate template = templateOrNull();
    return template == null ? "(none)" : template.toString();
  }

  private Target target() {
    Target found = target;
    if (found == null) {
      throw new IllegalStateException("No route matched " + path + ", so it has none to ask for.");
    }
    return found;
  }

  // ---- the request
  // -------------------------------------------------------------------------------

  @Override
  public Method method() {
    Method known = method;
    if (known == null) {
      throw new IllegalStateException(
          "The method " + methodName() + " is none that a route takes.");
    }
    return known;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Route route() {
    return target().route();
  }

  @Override
  public String pathParameter(String name) {
    return pathValues[target().route().path().indexOf(name)];
  }

  @Override
  public String pathParameter(int index) {
    return pathValues[index];
  }

  @Override
  public Query query() {
    Query parsed = query;
    if (parsed == null) {
      parsed = Query.parse(queryText);
      query = parsed;
    }
    return parsed;
  }

  @Override
  public Optional<String> header(CharSequence name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  @Override
  public boolean hasHeader(CharSequence name) {
    return request.headers().contains(name);
  }

  @Override
  public Future<Buffer> body(String mediaType) {
    return body(mediaType, dispatcher.bodyLimit());
  }

  @Override
  public Future<Buffer> body(String mediaType, int limit) {
    Problem refusal = MediaTypeCheck.refusal(request.headers(), mediaType, body != null);
    return refusal == null ? rawBody(limit) : Future.failedFuture(refusal.exception());
  }

  @Override
  public Future<Buffer> rawBody(int limit) {
    RequestBody held = body;
    if (held == null) {
      return Future.succeededFuture(EMPTY);
    }
    if (dispatcher.inLoop()) {
      return held.read(limit);
    }
    Promise<Buffer> promise = Promise.promise();
    dispatcher.onLoop(() -> held.read(limit).onComplete(promise));
    return promise.future();
  }

  @Override
  public String requestId() {
    String id = requestId;
    if (id == null) {
      String given = request.getHeader(REQUEST_ID);
      id = RequestIds.isSane(given) ? given : dispatcher.nextId();
      requestId = id;
    }
    return id;
  }

  @Override
  public SocketAddress peer() {
    return request.remoteAddress();
  }

  @Override
  public boolean secure() {
    return request.isSSL();
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  @Override
  public long deadlineNanos() {
    return startNanos + target().timeoutNanos();
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public <T> Optional<T> get(Attribute<T> key) {
    Map<Attribute<?>, Object> present = attributes;
    Object value = present == null ? null : present.get(key);
    return value == null ? Optional.empty() : Optional.of(key.cast(value));
  }

  @Override
  public <T> void put(Attribute<T> key, T value) {
    Map<Attribute<?>, Object> present = attributes;
    if (present == null) {
      present = new HashMap<>(4);
      attributes = present;
    }
    present.put(key, value);
  }

  // ---- the answer
  // --------------------------------------------------------------------------------

  @Override
  public Exchange header(CharSequence name, CharSequence value) {
    ownHeaders.set(name, value);
    return this;
  }

  @Override
  public Exchange addHeader(CharSequence name, CharSequence value) {
    ownHeaders.add(name, value);
    return this;
  }

  @Override
  public boolean answered() {
    return state != State.NOBODY;
  }

  @Override
  public Future<Void> respond(int status) {
    return respond(status, "", EMPTY);
  }

  @Override
  public Future<Void> respond(int status, CharSequence mediaType, Buffer content) {
    if (dispatcher.inLoop()) {
      answer(status, mediaType, content);
    } else {
      dispatcher.onLoop(() -> answer(status, mediaType, content));
    }
    return GIVEN;
  }

  private void answer(int status, CharSequence mediaType, Buffer content) {
    if (!take(State.HANDLER)) {
      return;
    }
    send(status, mediaType, content);
  }

  /// Whether the answer may be given now; false when the deadline was first.
  private boolean take(State by) {
    if (state == State.DEADLINE) {
      return false;
    }
    if (state == State.HANDLER) {
      throw new IllegalStateException(
          "%s %s was answered twice; the first answer stands.".formatted(methodName(), path));
    }
    state = by;
    dispatcher.deadlines().remove(this);
    return true;
  }

  private void send(int status, CharSequence mediaType, Buffer content) {
    HttpServerResponse response = head(status, mediaType);
    boolean close = closing(response);
    if (status == 204 || status == 304) {
      response.end();
    } else {
      if (method == Method.HEAD) {
        response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()));
      }
      response.end(content);
    }
    done(status, content.length(), close);
  }

  private HttpServerResponse head(int status, CharSequence mediaType) {
    HttpServerResponse response = request.response();
    if (status != 200) {
      response.setStatusCode(status);
    }
    var headers = response.headers();
    CharSequence[] defaults = target == null ? dispatcher.defaultHeaders() : target.headers();
    for (int i = 0; i < defaults.length; i += 2) {
      headers.add(defaults[i], defaults[i + 1]);
    }
    headers.add(HttpHeaders.DATE, dispatcher.date());
    headers.add(REQUEST_ID, requestId());
    if (!mediaType.isEmpty()) {
      headers.add(HttpHeaders.CONTENT_TYPE, mediaType);
    }
    CorsPolicy cors = dispatcher.cors();
    if (cors != null) {
      cors.allow(request, headers);
    }
    ownHeaders.writeTo(headers);
    return response;
  }

  /// Whether the connection ends with this answer, which the client is then told.
  private boolean closing(HttpServerResponse response) {
    RequestBody held = body;
    boolean spoiled = held != null && held.spoilsConnection();
    if (spoiled || dispatcher.draining()) {
      dispatcher.announceClose(request, response);
    }
    return spoiled;
  }

  private void done(int status, long bytes, boolean close) {
    RequestBody held = body;
    if (held != null) {
      held.discard(dispatcher, close);
    }
    dispatcher.record(this, target, status, bytes);
  }

  @Override
  public Future<Void> stream(int status, CharSequence mediaType, ReadStream<Buffer> content) {
    if (dispatcher.inLoop()) {
      return pipe(status, mediaType, content);
    }
    Promise<Void> promise = Promise.promise();
    dispatcher.onLoop(() -> pipe(status, mediaType, content).onComplete(promise));
    return promise.future();
  }

  private Future<Void> pipe(int status, CharSequence mediaType, ReadStream<Buffer> content) {
    if (!take(State.HANDLER)) {
      return GIVEN;
    }
    HttpServerResponse response = head(status, mediaType);
    boolean close = closing(response);
    if (method == Method.HEAD) {
      response.end();
      done(status, 0, close);
      return GIVEN;
    }
    response.setChunked(true);
    return content
        .pipeTo(response)
        .eventually(
            () -> {
              done(status, response.bytesWritten(), close);
              return GIVEN;
            });
  }

  @Override
  public Future<Void> problem(Problem problem) {
    if (dispatcher.inLoop()) {
      refuse(problem, State.HANDLER);
    } else {
      dispatcher.onLoop(() -> refuse(problem, State.HANDLER));
    }
    return GIVEN;
  }

  private void refuse(Problem problem, State by) {
    if (!take(by)) {
      return;
    }
    ownHeaders.clear();
    Target found = target;
    if (problem.status() == 401 && found != null && !found.challenge().isEmpty()) {
      ownHeaders.set("WWW-Authenticate", found.challenge());
    }
    problem.headers().forEach(ownHeaders::set);
    send(problem.status(), MediaType.PROBLEM, problem.json(requestId()));
  }

  @Override
  public Future<Void> fail(Throwable failure) {
    return problem(dispatcher.explain(failure, this));
  }

  // ---- what happens meanwhile
  // --------------------------------------------------------------------

  void onLoop(Runnable step) {
    if (dispatcher.inLoop()) {
      step.run();
    } else {
      dispatcher.onLoop(step);
    }
  }

  /// Waits for what a handler has begun.
  void follow(Future<Void> result) {
    result.onComplete((nothing, failure) -> ended(failure));
    await();
  }

  /// Watches the deadline until there is an answer.
  void await() {
    if (!answered()) {
      dispatcher.deadlines().add(this);
    }
  }

  /// The handler has ended, on whatever thread.
  ///
  /// An answer that it gave on another thread may still be on its way to this event loop, so an
  /// exchange that looks unanswered is looked at again behind it.
  void ended(@Nullable Throwable failure) {
    if (failure != null || state == State.NOBODY) {
      dispatcher.onLoop(() -> settle(failure));
    }
  }

  private void settle(@Nullable Throwable failure) {
    if (failure != null && state == State.NOBODY) {
      fail(failure);
    } else if (failure != null) {
      dispatcher.failedLate(failure, this);
    } else if (state == State.NOBODY) {
      fail(
          new IllegalStateException(
              "The handler of %s %s ended without an answer; it must call respond, stream or problem."
                  .formatted(methodName(), template())));
    }
  }

  /// The deadline has passed.
  void expire() {
    RequestBody held = body;
    boolean slowClient = held != null && held.incomplete();
    refuse(slowClient ? Dispatcher.BODY_TOO_SLOW : Dispatcher.TOO_LATE, State.DEADLINE);
  }
}
