package dev.ashlar.runtime.operation;

import dev.ashlar.data.driver.Session;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.ActorShape;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything an operation needs to know beside itself; immutable, and handed on explicitly.
///
/// @param actor who asks
/// @param shape the rules as they are for the actor, in the one version that the whole request sees
/// @param requestId the request's name in logs and audit entries
/// @param now the moment of the request, in whole microseconds
/// @param terms how writes are to be done
/// @param session the transaction to take part in; empty lets each operation have its own
public record RequestContext(
    Actor actor,
    ActorShape shape,
    String requestId,
    Instant now,
    Terms terms,
    Optional<Session> session) {

  /// How writes are to be done.
  ///
  /// @param idempotencyKey the request's own name for the write, under which it is done once
  /// @param dryRun whether to do everything and keep nothing
  /// @param maxAffected the most rows that may be changed
  public record Terms(Optional<String> idempotencyKey, boolean dryRun, OptionalInt maxAffected) {
    /// Done once for each time it is asked, and kept.
    public static final Terms PLAIN = new Terms(Optional.empty(), false, OptionalInt.empty());
  }

  /// A request of an actor under the rules as they are now.
  public static RequestContext of(Actor actor, Access access, String requestId, Instant now) {
    return new RequestContext(
        actor, access.shape(actor), requestId, now, Terms.PLAIN, Optional.empty());
  }

  /// The same request within a transaction.
  public RequestContext in(Session transaction) {
    return new RequestContext(actor, shape, requestId, now, terms, Optional.of(transaction));
  }

  /// The same request on other terms.
  public RequestContext on(Terms other) {
    return new RequestContext(actor, shape, requestId, now, other, session);
  }
}
