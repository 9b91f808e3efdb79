package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Selection;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Write;
import dev.ashlar.runtime.operation.Outcome.All;
import dev.ashlar.runtime.operation.Outcome.Result;
import dev.ashlar.runtime.operation.Outcome.Written;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers a request that was done before: the same rows, as the actor may see them now.
final class Replay {
  private final Reading reading;

  Replay(Reading reading) {
    this.reading = reading;
  }

  Future<Outcome> run(RequestContext context, Operation operation, Answers answers) {
    List<Write> writes =
        switch (operation) {
          case Batch(var all) -> all;
          case Write write -> List.of(write);
          case Read _ -> List.of();
        };
    var outcomes = new ArrayList<Future<Outcome>>();
    for (int i = 0; i < writes.size(); i++) {
      outcomes.add(one(context, writes.get(i).entity(), answers.all().get(i)));
    }
    return Future.all(outcomes)
        .map(
            _ ->
                answers.batch()
                    ? new All(outcomes.stream().map(Future::result).toList())
                    : outcomes.getFirst().result());
  }

  private Future<Outcome> one(
      RequestContext context, EntityModel<?> entity, Answers.Answer answer) {
    return switch (answer) {
      case Answers.Given(var json) -> Future.succeededFuture(new Result(json, true));
      case Answers.Row(var verb, var id, var version, boolean shown) ->
          verb == Verb.DELETE || !shown
              ? Future.succeededFuture(
                  new Written(verb, entity, id, version, Optional.empty(), true))
              : reading
                  .run(context, Read.one(entity, Selection.all(entity), id))
                  .map(
                      rows ->
                          new Written(
                              verb,
                              entity,
                              id,
                              version,
                              Optional.of(rows.rows().getFirst()),
                              true));
    };
  }
}
