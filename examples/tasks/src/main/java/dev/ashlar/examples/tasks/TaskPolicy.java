package dev.ashlar.examples.tasks;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.RESTORE;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Tasks follow their project's team; what is archived stays as it is.
@Singleton
public final class TaskPolicy implements Policy<Task> {
  @Override
  public void rules(Rules<Task> r) {
    r.scope(Task_.project().team);
    r.allow(READ).when(can("tasks:read").or(Task_.assignee.is(actor())));
    r.allow(CREATE, UPDATE).when(can("tasks:write"));
    r.allow(DELETE, RESTORE).when(can("tasks:delete"));
    r.allowAction("archive").when(can("tasks:write"));
    r.check(UPDATE, can("tasks:write"));
    r.deny(UPDATE).when(before(Task_.status).eq(Status.ARCHIVED));
    r.field(Task_.estimate).read(can("tasks:estimates")).write(can("tasks:estimates"));
  }
}
