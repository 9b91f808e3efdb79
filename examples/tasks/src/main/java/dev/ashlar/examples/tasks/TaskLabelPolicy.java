package dev.ashlar.examples.tasks;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Who may write a task may mark it.
@Singleton
public final class TaskLabelPolicy implements Policy<TaskLabel> {
  @Override
  public void rules(Rules<TaskLabel> r) {
    r.scope(TaskLabel_.task().project().team);
    r.allow(READ).when(can("tasks:read"));
    r.allow(CREATE, UPDATE, DELETE).when(can("tasks:write"));
    r.check(UPDATE, can("tasks:write"));
  }
}
