package dev.ashlar.identity;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// A team is seen by its members and changed by those of them who may.
@Singleton
public final class TeamPolicy implements Policy<Team> {
  @Override
  public void rules(Rules<Team> r) {
    r.allow(READ).when(can("teams:read").or(Team_.id.in(actorTeams("teams:read"))));
    r.allow(UPDATE).when(can("teams:write").or(Team_.id.in(actorTeams("teams:write"))));
    r.allow(CREATE, DELETE).when(can("teams:write"));
  }
}
