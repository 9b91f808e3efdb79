package dev.ashlar.runtime.operation;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Database;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import java.util.function.Function;

/// Runs the framework's own blocking work in a transaction: all of it is done, or nothing.
public final class Work {
  private Work() {}

  /// Runs work, and gives what it gives once that is committed.
  public static <R> R in(Database database, Function<Session, R> work) {
    var session = await(database.driver().begin(Mode.WRITE));
    R result;
    try {
      result = work.apply(session);
    } catch (RuntimeException | Error failure) {
      undo(session, failure);
      throw failure;
    }
    await(session.commit());
    return result;
  }

  private static void undo(Session session, Throwable failure) {
    try {
      await(session.rollback());
    } catch (RuntimeException further) {
      failure.addSuppressed(further);
    }
  }
}
