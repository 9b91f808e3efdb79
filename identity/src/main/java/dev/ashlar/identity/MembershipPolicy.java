package dev.ashlar.identity;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Members are seen within their team, and changed by those who may there.
@Singleton
public final class MembershipPolicy implements Policy<Membership> {
  @Override
  public void rules(Rules<Membership> r) {
    r.scope(Membership_.team);
    r.allow(READ).when(can("members:read").or(Membership_.user.is(actor())));
    r.allow(CREATE, UPDATE, DELETE).when(can("members:write"));
    r.check(CREATE, can("members:write"));
    r.check(UPDATE, can("members:write"));
  }
}
