package dev.ashlar.web.server;

import dev.ashlar.web.Authentication;
import dev.ashlar.web.Authenticator;
import dev.ashlar.web.Handler;
import dev.ashlar.web.Identification;
import dev.ashlar.web.Middleware;
import dev.ashlar.web.Problem;
import dev.ashlar.web.RequestMeter;
import dev.ashlar.web.Route;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/// A route made ready to run: everything that does not depend on the request is settled here.
final class Target {
  private static final Problem NO_CREDENTIALS =
      Problem.unauthenticated("The request brings no credentials. Log in and send them along.");

  private final Route route;
  private final Handler handler;
  private final Authenticator[] authenticators;
  private final boolean required;
  private final String challenge;
  private final RequestMeter.Recorder recorder;
  private final CharSequence[] headers;
  private final long timeoutNanos;

  Target(
      Route route,
      List<Authenticator> authenticators,
      List<Middleware> middleware,
      RequestMeter meter,
      ServerConfig config) {
    this.route = route;
    this.handler = wrap(route, middleware);
    this.authenticators = accepted(route, authenticators);
    required = route.authentication().need() == Authentication.Need.REQUIRED;
    challenge = challenge(this.authenticators);
    recorder = meter.of(route.method(), route.path().toString());
    headers = SecurityHeaders.of(route.content(), config.tls() != null);
    timeoutNanos = timeout(route, config.timeouts()).toNanos();
  }

  private static Duration timeout(Route route, Timeouts timeouts) {
    Duration timeout = route.timeout().isZero() ? timeouts.request() : route.timeout();
    if (timeout.compareTo(timeouts.idle()) >= 0) {
      throw new IllegalArgumentException(
          "The route %s %s may take %s, but a connection is closed when idle for %s. Raise the server's idle timeout, or lower the route's."
              .formatted(route.method(), route.path(), timeout, timeouts.idle()));
    }
    return timeout;
  }

  /// The first middleware is the outermost.
  private static Handler wrap(Route route, List<Middleware> middleware) {
    Handler handler = route.handler();
    for (Middleware layer : middleware.reversed()) {
      handler = layer.wrap(route, handler);
    }
    return handler;
  }

  private static Authenticator[] accepted(Route route, List<Authenticator> all) {
    Authentication authentication = route.authentication();
    if (authentication.need() == Authentication.Need.NONE) {
      return new Authenticator[0];
    }
    for (String scheme : authentication.schemes()) {
      if (all.stream().noneMatch(authenticator -> authenticator.scheme().equals(scheme))) {
        throw new IllegalArgumentException(
            "The route %s %s accepts the scheme \"%s\", but the server's authenticators are %s. Add one for it, or name another."
                .formatted(
                    route.method(),
                    route.path(),
                    scheme,
                    all.stream().map(Authenticator::scheme).toList()));
      }
    }
    return all.stream()
        .filter(
            one ->
                authentication.schemes().isEmpty()
                    || authentication.schemes().contains(one.scheme()))
        .toArray(Authenticator[]::new);
  }

  private static String challenge(Authenticator[] authenticators) {
    return String.join(
        ", ",
        List.of(authenticators).stream()
            .map(Authenticator::challenge)
            .filter(text -> !text.isEmpty())
            .toList());
  }

  Route route() {
    return route;
  }

  CharSequence[] headers() {
    return headers;
  }

  RequestMeter.Recorder recorder() {
    return recorder;
  }

  /// What a 401 answer asks for; empty where nothing would be taken.
  String challenge() {
    return challenge;
  }

  long timeoutNanos() {
    return timeoutNanos;
  }

  /// Finds out who is calling, then runs the handler.
  void run(ServerExchange exchange) {
    identify(exchange, 0);
  }

  private void identify(ServerExchange exchange, int from) {
    for (int i = from; i < authenticators.length; i++) {
      Identification found = authenticators[i].identify(exchange);
      if (found instanceof Identification.Pending pending) {
        await(exchange, pending, i + 1);
        return;
      }
      if (settled(exchange, found)) {
        return;
      }
    }
    if (required) {
      exchange.problem(NO_CREDENTIALS);
    } else {
      handle(exchange);
    }
  }

  private void await(ServerExchange exchange, Identification.Pending pending, int next) {
    exchange.await();
    pending
        .result()
        .onComplete(
            (found, failure) ->
                exchange.onLoop(
                    () -> {
                      if (failure != null) {
                        exchange.fail(failure);
                      } else if (!settled(exchange, found)) {
                        identify(exchange, next);
                      }
                    }));
  }

  /// Whether this settles who is calling, so that no further authenticator is asked.
  private boolean settled(ServerExchange exchange, Identification found) {
    return switch (found) {
      case Identification.Known known -> {
        exchange.identified(known.actor());
        handle(exchange);
        yield true;
      }
      case Identification.Absent absent -> false;
      case Identification.Refused refused -> {
        exchange.problem(refused.problem());
        yield true;
      }
      case Identification.Pending pending ->
          throw new IllegalStateException(
              "An authenticator answered a pending identification with another pending one.");
    };
  }

  private void handle(ServerExchange exchange) {
    if (exchange.answered()) {
      return;
    }
    Future<Void> result = handler.handle(exchange);
    if (!result.succeeded() || !exchange.answered()) {
      exchange.follow(result);
    }
  }
}
