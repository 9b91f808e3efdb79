package dev.ashlar.runtime.operation;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/// Runs the application's blocking code on virtual threads, with the request bound for it, and lets
/// it await futures.
public final class UserCode {
  private static final ScopedValue<RequestContext> REQUEST = ScopedValue.newInstance();

  private UserCode() {}

  /// The request on whose behalf the calling code runs.
  ///
  /// @throws IllegalStateException outside of a hook, an action or a blocking route of one's own
  public static RequestContext request() {
    if (!REQUEST.isBound()) {
      throw new IllegalStateException(
          "No request is bound to this thread: call guarded repositories from hooks, actions and blocking routes, "
              + "or say for whom with as(request).");
    }
    return REQUEST.get();
  }

  /// Runs code on a virtual thread for a request; the future completes on the caller's context.
  public static <R> Future<R> run(RequestContext context, Callable<R> code) {
    Context caller = Vertx.currentContext();
    Promise<R> done = Promise.promise();
    Thread.ofVirtual()
        .name("ashlar-user-" + context.requestId())
        .start(
            () -> {
              try {
                done.complete(ScopedValue.where(REQUEST, context).call(code::call));
              } catch (CompletionException wrapped) {
                done.fail(wrapped.getCause() == null ? wrapped : wrapped.getCause());
              } catch (Exception | Error failure) {
                done.fail(failure);
              }
            });
    return caller == null ? done.future() : on(caller, done.future());
  }

  /// Runs code on the calling thread for a request.
  public static <R> R call(RequestContext context, Callable<R> code) throws Exception {
    return ScopedValue.where(REQUEST, context).call(code::call);
  }

  private static <R> Future<R> on(Context caller, Future<R> future) {
    Promise<R> back = Promise.promise();
    future.onComplete(result -> caller.runOnContext(_ -> complete(back, result)));
    return back.future();
  }

  private static <R> void complete(Promise<R> promise, AsyncResult<R> result) {
    if (result.succeeded()) {
      promise.complete(result.result());
    } else {
      promise.fail(result.cause());
    }
  }

  /// Waits for a future on a virtual thread, and gives its value or throws its failure.
  public static <R> R await(Future<R> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw wrapped;
    }
  }
}
