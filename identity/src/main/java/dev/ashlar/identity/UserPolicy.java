package dev.ashlar.identity;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Users see themselves and, where they may, those they share a team with, but not their e-mail
/// addresses; only administrators make them.
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
    // An address is half of what it takes to log in, and personal: colleagues need the name alone.
    r.field(User_.email)
        .read(
            can("users:emails")
                .or(can("users:write"))
                .or(User_.id.eq(actor()))
                .or(User_.memberships.any(m -> m.team.in(actorTeams("users:emails")))))
        .write(can("users:write"));
    r.field(User_.active).write(can("users:write"));
    r.field(User_.emailVerifiedAt).read(can("users:write")).write(can("users:write"));
  }
}
