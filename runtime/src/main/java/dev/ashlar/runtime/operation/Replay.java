package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Selection;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Write;
import dev.ashlar.runtime.operation.Outcome.All;
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
    return answer.verb() == Verb.DELETE || !answer.shown()
        ? Future.succeededFuture(written(entity, answer, Optional.empty()))
        : reading
            .run(context, Read.one(entity, Selection.all(entity), answer.id()))
            .map(rows -> written(entity, answer, Optional.of(rows.rows().getFirst())));
  }

  private static Written written(
      EntityModel<?> entity, Answers.Answer answer, Optional<Fetched> row) {
    return new Written(answer.verb(), entity, answer.id(), answer.version(), row, true);
  }
}
