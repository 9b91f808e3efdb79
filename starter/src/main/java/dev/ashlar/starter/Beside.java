package dev.ashlar.starter;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Something that is done on a thread of its own while the start goes on: most of a start is the
/// loading of classes, and processors come in pairs at least.
///
/// @param <R> what comes of it
final class Beside<R> {
  private final CompletableFuture<R> result;

  private Beside(CompletableFuture<R> result) {
    this.result = result;
  }

  /// Begins it.
  static <R> Beside<R> begin(String name, Supplier<R> task) {
    return new Beside<>(
        CompletableFuture.supplyAsync(
            task, Thread.ofPlatform().daemon().name("ashlar-start-" + name)::start));
  }

  /// Waits for it, and gives what came of it or throws why nothing did.
  R get() {
    try {
      return result.join();
    } catch (CompletionException wrapped) {
      switch (wrapped.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw wrapped;
      }
    }
  }
}
