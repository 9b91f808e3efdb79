package dev.ashlar.starter;

import dev.ashlar.runtime.access.Actor;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import dev.ashlar.web.Middleware;
import dev.ashlar.web.Problem;
import dev.ashlar.web.Route;
import java.util.List;
import java.util.Optional;

/// Keeps what only this machine was to reach, since nobody said otherwise, from those whom a proxy
/// of this machine lets in: the whole demonstration, and the open metrics.
///
/// @param demo whether the demonstration is there without having been asked for
/// @param metrics the route of the metrics, where they are open without having been asked for
record LocalDefaults(boolean demo, Optional<Route> metrics) implements Middleware {
  /// What proxies tell of whom they ask for. One that tells nothing cannot be told from a caller on
  /// this machine.
  private static final List<String> TOLD =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Via");

  @Override
  public Handler wrap(Route route, Handler next) {
    if (demo) {
      return exchange -> {
        Optional<String> header = proxied(exchange);
        return header.isPresent()
            ? exchange.problem(demonstration(header.get()))
            : next.handle(exchange);
      };
    }
    if (metrics.isPresent() && metrics.get().equals(route)) {
      return exchange -> {
        Optional<String> header =
            exchange.actor() == Actor.ANONYMOUS ? proxied(exchange) : Optional.empty();
        return header.isPresent()
            ? exchange.problem(measurements(header.get()))
            : next.handle(exchange);
      };
    }
    return next;
  }

  private static Optional<String> proxied(Exchange exchange) {
    return TOLD.stream().filter(exchange::hasHeader).findFirst();
  }

  private static Problem demonstration(String header) {
    return Problem.of(403, "demo_behind_proxy", "The demonstration is for this machine alone")
        .withDetail(
            "The request came through a proxy (it has the header %s), and the demonstration's accounts, whose passwords everybody knows, are there by default. Set ASHLAR_DEMO=false and begin with another folder in ASHLAR_DATA, or set ASHLAR_DEMO=true to let others in."
                .formatted(header));
  }

  private static Problem measurements(String header) {
    return Problem.of(403, "metrics_behind_proxy", "The metrics are open to this machine alone")
        .withDetail(
            "The request came through a proxy (it has the header %s). Log in, or set ASHLAR_HTTP_OPEN_METRICS."
                .formatted(header));
  }
}
