package dev.ashlar.web;

import io.vertx.core.Future;

/// Answers the requests of a route.
@FunctionalInterface
public interface Handler {
  /// Answers one request, on its event loop, without blocking.
  ///
  /// The future completes when the answer has been given to the exchange; one that fails, or a
  /// throw, becomes a problem document. [Exchange#respond] returns such a future.
  Future<Void> handle(Exchange exchange);

  /// Runs blocking code on a virtual thread; in a route of [Route#onBehalf], as all routes of an
  /// application are, repositories act for the caller there.
  static Handler blocking(BlockingHandler handler) {
    return new VirtualThreads(handler);
  }
}
