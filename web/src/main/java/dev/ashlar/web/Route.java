package dev.ashlar.web;

import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.web.routing.Method;
import dev.ashlar.web.routing.PathTemplate;
import java.time.Duration;
import java.util.function.BiFunction;

/// A path and method of the server, what they ask of the caller, and what answers.
///
/// A new route asks for a known caller: say [#open()] or [#optional()] where that is not meant.
///
/// @param timeout how long an answer may take; zero for the server's own bound
public record Route(
    Method method,
    PathTemplate path,
    Authentication authentication,
    ContentKind content,
    Duration timeout,
    Handler handler) {

  public Route {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException(
          "The timeout of %s %s is %s; it must not be negative.".formatted(method, path, timeout));
    }
  }

  /// A route for known callers.
  public static Route of(Method method, String template, Handler handler) {
    return new Route(
        method,
        PathTemplate.of(template),
        Authentication.REQUIRED,
        ContentKind.DATA,
        Duration.ZERO,
        handler);
  }

  /// A `GET` route for known callers; it answers `HEAD` too.
  public static Route get(String template, Handler handler) {
    return of(Method.GET, template, handler);
  }

  /// A `POST` route for known callers.
  public static Route post(String template, Handler handler) {
    return of(Method.POST, template, handler);
  }

  /// A `PUT` route for known callers.
  public static Route put(String template, Handler handler) {
    return of(Method.PUT, template, handler);
  }

  /// A `PATCH` route for known callers.
  public static Route patch(String template, Handler handler) {
    return of(Method.PATCH, template, handler);
  }

  /// A `DELETE` route for known callers.
  public static Route delete(String template, Handler handler) {
    return of(Method.DELETE, template, handler);
  }

  /// The same route, open to everybody.
  public Route open() {
    return authenticated(Authentication.NONE);
  }

  /// The same route, for anonymous callers too.
  public Route optional() {
    return authenticated(Authentication.OPTIONAL);
  }

  /// The same route with other demands on the caller.
  public Route authenticated(Authentication authentication) {
    return new Route(method, path, authentication, content, timeout, handler);
  }

  /// The same route with answers of another kind.
  public Route content(ContentKind content) {
    return new Route(method, path, authentication, content, timeout, handler);
  }

  /// The same route, whose blocking handler runs on behalf of its caller: what it asks of
  /// repositories is asked by her.
  ///
  /// @param requests makes the request of a caller and a request's id
  public Route onBehalf(BiFunction<Actor, String, RequestContext> requests) {
    return handled(
        exchange -> {
          exchange.put(
              VirtualThreads.REQUEST, requests.apply(exchange.actor(), exchange.requestId()));
          return handler.handle(exchange);
        });
  }

  private Route handled(Handler other) {
    return new Route(method, path, authentication, content, timeout, other);
  }

  /// The same route with a time limit of its own.
  public Route within(Duration timeout) {
    return new Route(method, path, authentication, content, timeout, handler);
  }
}
