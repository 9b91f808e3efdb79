package dev.ashlar.web.rest;

import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.runtime.operation.RequestContext.Terms;
import dev.ashlar.web.Exchange;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/// Says who asks, when, and under which rules.
record Requests(Supplier<Access> access, InstantSource clock) {
  /// A read.
  RequestContext of(Exchange exchange) {
    return RequestContext.of(
        exchange.actor(),
        access.get(),
        exchange.requestId(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /// A write, on terms.
  RequestContext of(Exchange exchange, Terms terms) {
    return of(exchange).on(terms);
  }
}
