package dev.ashlar.examples.tasks;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Labels are a team's own.
@Singleton
public final class LabelPolicy implements Policy<Label> {
  @Override
  public void rules(Rules<Label> r) {
    r.scope(Label_.team);
    r.allow(READ).when(can("labels:read"));
    r.allow(CREATE, UPDATE, DELETE).when(can("labels:write"));
    r.check(UPDATE, can("labels:write"));
  }
}
