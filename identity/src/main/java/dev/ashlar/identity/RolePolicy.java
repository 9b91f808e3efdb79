package dev.ashlar.identity;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Roles decide who may what, so only those trusted with that see and change them; who sees the
/// members of a team sees the roles they have there.
@Singleton
public final class RolePolicy implements Policy<Role> {
  @Override
  public void rules(Rules<Role> r) {
    r.allow(READ)
        .when(
            can("roles:read")
                .or(Role_.memberships.any(m -> m.team.in(actorTeams("members:read")))));
    r.allow(CREATE, UPDATE, DELETE).when(can("roles:write"));
  }
}
