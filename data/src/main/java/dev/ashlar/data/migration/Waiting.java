package dev.ashlar.data.migration;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.concurrent.CompletionException;

/// Waits for the database: migrations run one after the other, before anything else does.
final class Waiting {
  private Waiting() {}

  /// The answer, or its failure, thrown.
  static <T> T on(Future<T> future) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException(
          "Migrations wait for the database, which an event loop must not. Run them on another thread, such as the main one.");
    }
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
