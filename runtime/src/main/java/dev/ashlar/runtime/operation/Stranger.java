package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.runtime.access.ActorShape;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Invoke;
import dev.ashlar.runtime.operation.Operation.Replace;
import dev.ashlar.runtime.operation.Operation.Restore;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Upsert;
import dev.ashlar.runtime.operation.Operation.Write;

/// Tells nobody known to say who she is, where the rules allow her nothing of what she asks,
/// whichever the row.
final class Stranger {
  private Stranger() {}

  static Refusal unknown() {
    return new Refusal(Refusal.Code.UNAUTHENTICATED, "Say who you are: log in first.");
  }

  static boolean mayNot(ActorShape shape, Operation operation) {
    return switch (operation) {
      case Read read -> never(shape, read.entity(), Verb.READ, "");
      case Batch(var all) -> all.stream().anyMatch(each -> mayNot(shape, each));
      case Write write -> write(shape, write);
    };
  }

  private static boolean write(ActorShape shape, Write write) {
    return switch (write) {
      case Create create -> never(shape, create.entity(), Verb.CREATE, "");
      case Update update -> never(shape, update.entity(), Verb.UPDATE, "");
      case Replace replace -> never(shape, replace.entity(), Verb.UPDATE, "");
      case Upsert upsert ->
          never(shape, upsert.entity(), Verb.CREATE, "")
              && never(shape, upsert.entity(), Verb.UPDATE, "");
      case Delete delete -> never(shape, delete.entity(), Verb.DELETE, "");
      case Restore restore -> never(shape, restore.entity(), Verb.RESTORE, "");
      case Invoke invoke -> never(shape, invoke.entity(), Verb.INVOKE, invoke.action());
    };
  }

  private static boolean never(ActorShape shape, EntityModel<?> entity, Verb verb, String action) {
    return shape.allowed(entity, verb, action).equals(Always.FALSE);
  }
}
