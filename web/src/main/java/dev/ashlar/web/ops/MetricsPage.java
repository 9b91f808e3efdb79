package dev.ashlar.web.ops;

import dev.ashlar.web.Authentication;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import dev.ashlar.web.Route;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicBoolean;

/// Serves what a registry has measured, in Prometheus' text format.
public final class MetricsPage {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final AtomicBoolean jvmBound = new AtomicBoolean();

  public MetricsPage(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  /// `GET /metrics`, for the callers that may read it.
  public Route route(Authentication authentication) {
    return Route.get("/metrics", Handler.blocking(this::write)).authenticated(authentication);
  }

  private void write(Exchange exchange) {
    // The management classes cost a tenth of a second to load: not at start, for those who never
    // ask.
    if (jvmBound.compareAndSet(false, true)) {
      JvmMetrics.bindTo(registry);
    }
    exchange.respond(200, TYPE, Buffer.buffer(registry.scrape()));
  }
}
