package dev.ashlar.identity;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Users see themselves and those they share a team with; only administrators make them.
@Singleton
public final class UserPolicy implements Policy<User> {
  @Override
  public void rules(Rules<User> r) {
    r.allow(READ)
        .when(
            can("users:read")
                .or(User_.id.eq(actor()))
                .or(User_.memberships.any(m -> m.team.in(actorTeams("users:read")))));
    r.allow(UPDATE).when(can("users:write").or(User_.id.eq(actor())));
    r.allow(CREATE, DELETE).when(can("users:write"));
    r.field(User_.email).write(can("users:write"));
    r.field(User_.active).write(can("users:write"));
    r.field(User_.emailVerifiedAt).read(can("users:write")).write(can("users:write"));
  }
}
