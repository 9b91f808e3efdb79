package dev.ashlar.examples.tasks;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.operation.Action;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.RequestContext;
import jakarta.inject.Singleton;

/// Puts a task away for good: what is archived no longer changes.
@Singleton
public final class ArchiveTask implements Action<Task> {
  @Override
  public String name() {
    return "archive";
  }

  @Override
  public ChangeSet run(
      RequestContext context, EntityModel<Task> entity, ChangeSet row, String input) {
    if (Status.ARCHIVED.name().equals(row.stored(Task_.status))) {
      throw new Refusal(Refusal.Code.CONFLICT, "This task is archived already.");
    }
    return ChangeSet.of(entity).with(Task_.status, Status.ARCHIVED.name());
  }
}
