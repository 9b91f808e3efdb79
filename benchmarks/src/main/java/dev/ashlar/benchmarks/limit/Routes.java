package dev.ashlar.benchmarks.limit;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.pgclient.PgException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The paths of the service, told apart by hand.
final class Routes implements Handler<HttpServerRequest> {

  private static final String TASKS = "/api/tasks";
  private static final String TASK = "/api/tasks/";
  private static final String PROJECTS = "/api/projects";
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence LINK = HttpHeaders.createOptimized("link");
  private static final CharSequence FIRST = HttpHeaders.createOptimized("\"1\"");
  private static final Pattern AFTER = Pattern.compile("(^|&)after=[^&]*");

  private final Store store;
  private final Headers headers;

  Routes(Store store, Headers headers) {
    this.store = store;
    this.headers = headers;
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String requestId = headers.begin(request.headers(), response.headers());
    try {
      route(request, requestId).onFailure(failure -> fail(response, failure));
    } catch (IllegalArgumentException e) {
      fail(response, e);
    }
  }

  private Future<Void> route(HttpServerRequest request, String requestId) {
    String path = Objects.requireNonNullElse(request.path(), "");
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.GET) && path.startsWith(TASK)) {
      return row(request, UUID.fromString(path.substring(TASK.length())));
    }
    if (method.equals(HttpMethod.GET) && path.equals(TASKS)) {
      return list(request);
    }
    if (method.equals(HttpMethod.POST) && path.equals(TASKS)) {
      return insert(request, requestId);
    }
    if (method.equals(HttpMethod.GET) && path.equals(PROJECTS)) {
      return nested(request);
    }
    return request.response().setStatusCode(404).end();
  }

  private Future<Void> row(HttpServerRequest request, UUID id) {
    return store.task(id).compose(found -> answer(request.response(), found));
  }

  private static Future<Void> answer(HttpServerResponse response, Optional<Task> found) {
    if (found.isEmpty()) {
      return response.setStatusCode(404).end();
    }
    response.headers().add(HttpHeaders.ETAG, "\"" + found.get().version() + "\"");
    return json(response, Json.task(found.get()));
  }

  private Future<Void> list(HttpServerRequest request) {
    String query = request.query();
    expect(query, "order", "-createdAt");
    UUID project = UUID.fromString(required(query, "projectId"));
    return store
        .tasks(project, after(query), limit(query, "limit"))
        .compose(page -> page(request, page, Json.tasks(page)));
  }

  private Future<Void> nested(HttpServerRequest request) {
    String query = request.query();
    expect(query, "order", "name");
    expect(query, "include", "tasks");
    return store
        .projects(after(query), limit(query, "limit"), limit(query, "tasks.limit"))
        .compose(page -> page(request, page, Json.projects(page)));
  }

  private static Future<Void> page(HttpServerRequest request, Page<?> page, Json json) {
    if (page.next() != null) {
      String query = Objects.requireNonNullElse(request.query(), "");
      String same = query.contains("after=") ? AFTER.matcher(query).replaceFirst("") : query;
      String link = "<" + request.path() + "?" + same + "&after=" + page.next() + ">; rel=\"next\"";
      request.response().headers().add(LINK, link);
    }
    return json(request.response(), json);
  }

  private Future<Void> insert(HttpServerRequest request, String requestId) {
    return request.body().compose(body -> insert(request.response(), body, requestId));
  }

  private Future<Void> insert(HttpServerResponse response, Buffer body, String requestId) {
    Task task = NewTask.parse(body.getBytes()).toTask();
    Json json = Json.task(task);
    return store
        .insert(task, json, requestId)
        .compose(
            written -> {
              response.setStatusCode(201);
              response.headers().add(HttpHeaders.LOCATION, TASK + task.id());
              response.headers().add(HttpHeaders.ETAG, FIRST);
              return json(response, json);
            });
  }

  private static Future<Void> json(HttpServerResponse response, Json json) {
    response.headers().add(HttpHeaders.CONTENT_TYPE, JSON);
    return response.end(json.buffer());
  }

  private static void fail(HttpServerResponse response, Throwable failure) {
    int status =
        switch (failure) {
          case IllegalArgumentException e -> 400;
          case SQLIntegrityConstraintViolationException e -> 422;
          case PgException e when "23503".equals(e.getSqlState()) -> 422;
          default -> 500;
        };
    if (status == 500) {
      System.getLogger(Routes.class.getName()).log(System.Logger.Level.ERROR, "Failed", failure);
    }
    response.setStatusCode(status).end();
  }

  private static @Nullable Cursor after(@Nullable String query) {
    String after = parameter(query, "after");
    return after == null ? null : Cursor.decode(after);
  }

  private static int limit(@Nullable String query, String name) {
    int limit = Integer.parseInt(required(query, name));
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException(name + ": found " + limit + ", not from 1 to 100.");
    }
    return limit;
  }

  private static void expect(@Nullable String query, String name, String only) {
    String found = required(query, name);
    if (!found.equals(only)) {
      throw new IllegalArgumentException(name + ": found " + found + ", can only be " + only);
    }
  }

  private static String required(@Nullable String query, String name) {
    String value = parameter(query, name);
    if (value == null) {
      throw new IllegalArgumentException("The parameter '" + name + "' is missing.");
    }
    return value;
  }

  private static @Nullable String parameter(@Nullable String query, String name) {
    int at = 0;
    while (query != null && at < query.length()) {
      int end = query.indexOf('&', at);
      end = end < 0 ? query.length() : end;
      if (query.startsWith(name, at) && query.startsWith("=", at + name.length())) {
        String value = query.substring(at + name.length() + 1, end);
        boolean plain = value.indexOf('%') < 0 && value.indexOf('+') < 0;
        return plain ? value : URLDecoder.decode(value, StandardCharsets.UTF_8);
      }
      at = end + 1;
    }
    return null;
  }
}
