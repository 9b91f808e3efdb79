package dev.ashlar.web;

import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.runtime.operation.UserCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/// Runs a blocking handler on a virtual thread per request, with the request bound for it that its
/// route gave the exchange.
final class VirtualThreads implements Handler {
  /// On whose behalf the handler runs.
  static final Attribute<RequestContext> REQUEST =
      Attribute.of("request context", RequestContext.class);

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
      var request = exchange.get(REQUEST);
      if (request.isPresent()) {
        UserCode.call(request.get(), () -> handled(exchange));
      } else {
        handler.handle(exchange);
      }
      promise.complete();
    } catch (Throwable failure) {
      promise.fail(failure);
    }
  }

  private boolean handled(Exchange exchange) throws Exception {
    handler.handle(exchange);
    return true;
  }
}
