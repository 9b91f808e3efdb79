package dev.ashlar.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/// Runs a blocking handler on a virtual thread per request.
final class VirtualThreads implements Handler {
  private static final Thread.Builder THREADS = Thread.ofVirtual().name("ashlar-http-", 0);

  private final BlockingHandler handler;

  VirtualThreads(BlockingHandler handler) {
    this.handler = handler;
  }

  @Override
  public Future<Void> handle(Exchange exchange) {
    Promise<Void> promise = Promise.promise();
    THREADS.start(() -> run(exchange, promise));
    return promise.future();
  }

  // The exchange takes its answer on the event loop wherever it is given, and before what follows
  // here, so the promise can be completed on this thread.
  private void run(Exchange exchange, Promise<Void> promise) {
    try {
      handler.handle(exchange);
      promise.complete();
    } catch (Throwable failure) {
      promise.fail(failure);
    }
  }
}
