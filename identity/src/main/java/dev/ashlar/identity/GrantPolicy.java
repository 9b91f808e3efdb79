package dev.ashlar.identity;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// What is held everywhere is given by those alone who may give it everywhere.
@Singleton
public final class GrantPolicy implements Policy<Grant> {
  @Override
  public void rules(Rules<Grant> r) {
    r.allow(READ).when(can("grants:read").or(Grant_.user.is(actor())));
    r.allow(CREATE, UPDATE, DELETE).when(can("grants:write"));
  }
}
