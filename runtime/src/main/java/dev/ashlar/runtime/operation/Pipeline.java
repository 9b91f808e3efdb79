package dev.ashlar.runtime.operation;

import dev.ashlar.data.Database;
import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook.Call;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Write;
import dev.ashlar.runtime.operation.Refusal.Code;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/// The one way in: every surface hands its operations here, and nothing else reads or writes for an
/// actor.
///
/// A write claims its key; finds, locks and authorises the row it is about, and compares its
/// version; then come hooks, validation and the rights to columns, the statement, the check of the
/// state after it, the journal and hooks again, in one transaction; then commit and notification. A
/// creation is authorised, checked and written down by its statement, which is all there is where
/// no hook, key or dry run asks for more.
public final class Pipeline {
  private final Database database;
  private final Hooks hooks;
  private final Reading reading;
  private final Creating creating;
  private final Writing writing;
  private final Idempotency idempotency;
  private final Replay replay;
  private final Runnable bell;

  /// @param bell told after every commit that something may have changed
  public Pipeline(Database database, Hooks hooks, Actions actions, Runnable bell) {
    this.database = database;
    this.hooks = hooks;
    this.reading = new Reading(database);
    this.creating = new Creating(database);
    this.writing = new Writing(database, hooks, actions, creating);
    this.idempotency = new Idempotency(database);
    this.replay = new Replay(reading);
    this.bell = bell;
  }

  /// Does an operation for an actor, or says why not: the future fails with a [Refusal].
  public Future<Outcome> run(RequestContext context, Operation operation) {
    try {
      return switch (operation) {
        case Read read -> read(context, read).map(rows -> rows);
        case Write write -> told(write(context, write, 1));
        case Batch batch -> told(write(context, batch, batch.operations().size()));
      };
    } catch (Refusal refusal) {
      return Future.failedFuture(refusal);
    }
  }

  /// Reads rows.
  public Future<Outcome.Rows> read(RequestContext context, Read read) {
    if (context.actor() == Actor.ANONYMOUS && Stranger.mayNot(context.shape(), read)) {
      return Future.failedFuture(Stranger.unknown());
    }
    if (!hooks.any(read.entity(), Verb.READ)) {
      return reading.run(context, read);
    }
    var call =
        new Call<>(
            context,
            read.entity(),
            Verb.READ,
            Optional.empty(),
            ChangeSet.of(read.entity()),
            Optional.empty());
    return hooks
        .before(call)
        .compose(_ -> reading.run(context, read))
        .compose(rows -> hooks.after(call).map(rows));
  }

  private static Future<Outcome> told(Future<Outcome> written) {
    return written.recover(
        failure ->
            Future.failedFuture(
                failure instanceof DataException.Conflict ? Denial.inTheWay() : failure));
  }

  private Future<Outcome> write(RequestContext context, Operation operation, int affected) {
    if (context.actor() == Actor.ANONYMOUS && Stranger.mayNot(context.shape(), operation)) {
      throw Stranger.unknown();
    }
    var terms = context.terms();
    if (terms.maxAffected().isPresent() && affected > terms.maxAffected().getAsInt()) {
      throw new Refusal(
          Code.TOO_MANY_AFFECTED,
          "The request changes %d rows and allows %d."
              .formatted(affected, terms.maxAffected().getAsInt()));
    }
    if (context.session().isPresent()) {
      return within(context.session().get(), session -> writing.run(session, context, operation));
    }
    boolean simple = terms.idempotencyKey().isEmpty() && !terms.dryRun();
    if (simple
        && operation instanceof Create(var entity, var values)
        && !hooks.any(entity, Verb.CREATE)) {
      return creating.run(context, values).onSuccess(_ -> bell.run());
    }
    return inSession(context, session -> claimed(session, context, operation));
  }

  private Future<Outcome> claimed(Session session, RequestContext context, Operation operation) {
    if (context.terms().idempotencyKey().isEmpty()) {
      return writing.run(session, context.in(session), operation);
    }
    String key = context.terms().idempotencyKey().get();
    return idempotency
        .claim(session, context, key, Fingerprint.of(operation))
        .compose(
            earlier ->
                earlier.isPresent()
                    ? replay.run(context.in(session), operation, earlier.get())
                    : writing
                        .run(session, context.in(session), operation)
                        .compose(
                            outcome ->
                                idempotency.keep(session, context, key, outcome).map(outcome)));
  }

  /// A transaction around work: kept when the work succeeds and is not a dry run, else undone.
  private Future<Outcome> inSession(
      RequestContext context, Function<Session, Future<Outcome>> work) {
    return database
        .driver()
        .begin(Mode.WRITE)
        .compose(
            session ->
                attempt(session, work)
                    .compose(
                        outcome -> end(session, context.terms().dryRun()).map(outcome),
                        failure ->
                            session
                                .rollback()
                                .transform(_ -> Future.<Outcome>failedFuture(failure))));
  }

  /// A write within somebody's transaction: what is refused leaves nothing there, even where the
  /// code that asked goes on and commits.
  private static Future<Outcome> within(Session session, Function<Session, Future<Outcome>> work) {
    return session
        .savepoint()
        .compose(
            before ->
                attempt(session, work)
                    .compose(
                        outcome -> session.release(before).map(outcome),
                        failure ->
                            session
                                .rollbackTo(before)
                                .compose(_ -> session.release(before))
                                .transform(_ -> Future.<Outcome>failedFuture(failure))));
  }

  private static Future<Outcome> attempt(Session session, Function<Session, Future<Outcome>> work) {
    try {
      return work.apply(session);
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }

  private Future<Void> end(Session session, boolean dryRun) {
    return dryRun ? session.rollback() : session.commit().onSuccess(_ -> bell.run());
  }
}
