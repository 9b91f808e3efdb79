package dev.ashlar.runtime;

import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.runtime.operation.UserCode;
import io.vertx.core.Future;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Does several things in one transaction, or none of them. A transaction within another is a
/// savepoint: it is undone by itself, and kept only if the outer one is.
///
/// The repositories that the code calls take part by themselves, since the transaction is in the
/// request that the code runs for. Calls wait for the database: make them on virtual threads.
public final class Transactions {
  private final Supplier<Engine> engine;

  Transactions(Supplier<Engine> engine) {
    this.engine = engine;
  }

  /// Runs code in a transaction of the request that the calling code runs for.
  public <R> R call(Callable<R> code) {
    return call(UserCode.request(), code);
  }

  /// Runs code in a transaction of the request that the calling code runs for.
  public void run(Runnable code) {
    run(UserCode.request(), code);
  }

  /// Runs code in a transaction of a request, which is bound for it.
  public void run(RequestContext context, Runnable code) {
    call(
        context,
        () -> {
          code.run();
          return true;
        });
  }

  /// Runs code in a transaction of a request, which is bound for it.
  ///
  /// @throws RuntimeException what the code throws, after everything was undone; a checked
  ///   exception within a [CompletionException]
  public <R> R call(RequestContext context, Callable<R> code) {
    return context.session().isPresent()
        ? nested(context.session().get(), context, code)
        : outermost(context, code);
  }

  private <R> R outermost(RequestContext context, Callable<R> code) {
    Session session = UserCode.await(engine.get().database().driver().begin(Mode.WRITE));
    R result = attempt(context.in(session), code, () -> session.rollback());
    if (context.terms().dryRun()) {
      UserCode.await(session.rollback());
    } else {
      UserCode.await(session.commit());
      engine.get().committed();
    }
    return result;
  }

  private static <R> R nested(Session session, RequestContext context, Callable<R> code) {
    var savepoint = UserCode.await(session.savepoint());
    R result = attempt(context, code, () -> session.rollbackTo(savepoint));
    UserCode.await(session.release(savepoint));
    return result;
  }

  private static <R> R attempt(
      RequestContext context, Callable<R> code, Supplier<Future<Void>> undo) {
    try {
      return UserCode.call(context, code);
    } catch (RuntimeException | Error failure) {
      undone(undo, failure);
      throw failure;
    } catch (Exception failure) {
      undone(undo, failure);
      throw new CompletionException(failure);
    }
  }

  private static void undone(Supplier<Future<Void>> undo, Throwable failure) {
    try {
      UserCode.await(undo.get());
    } catch (RuntimeException further) {
      failure.addSuppressed(further);
    }
  }
}
