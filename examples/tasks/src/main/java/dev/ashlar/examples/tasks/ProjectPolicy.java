package dev.ashlar.examples.tasks;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Projects belong to a team, and cannot be moved to one where the actor has no say.
@Singleton
public final class ProjectPolicy implements Policy<Project> {
  @Override
  public void rules(Rules<Project> r) {
    r.scope(Project_.team);
    r.allow(READ).when(can("projects:read"));
    r.allow(CREATE, UPDATE, DELETE).when(can("projects:write"));
    r.check(UPDATE, can("projects:write"));
  }
}
