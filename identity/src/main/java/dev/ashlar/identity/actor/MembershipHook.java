package dev.ashlar.identity.actor;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.identity.IdentityChangeKind;
import dev.ashlar.identity.Membership;
import dev.ashlar.identity.Membership_;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook;
import java.util.List;
import java.util.Set;

/// A role in a team is given, taken and changed by those alone who hold all of it there; the last
/// administrator of a team keeps hers.
final class MembershipHook implements Hook<Membership> {
  private final UnguardedRepository<Membership> memberships;
  private final Profiles profiles;
  private final Administrators administrators;
  private final IdentityChanges changes;

  MembershipHook(Database database, Profiles profiles, IdentityChanges changes) {
    this.memberships = new UnguardedRepository<>(database, Membership_.MODEL);
    this.administrators = new Administrators(database, profiles);
    this.profiles = profiles;
    this.changes = changes;
  }

  @Override
  public Set<Verb> verbs() {
    return Set.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE);
  }

  @Override
  public void after(Call<Membership> call) {
    var states = new States<>(call, memberships);
    states.before().ifPresent(row -> judge(call, states, row));
    states.after().ifPresent(row -> judge(call, states, row));
    states
        .before()
        .ifPresent(row -> administrators.taken(states.session(), row, call.context().now()));
  }

  private void judge(Call<Membership> call, States<Membership> states, Membership row) {
    var role = row.role().id();
    var permissions = profiles.roles(states.session(), List.of(role)).permissions(role);
    Ceiling.inTeam(call.context().actor(), row.team().id(), permissions);
    states.tell(changes, IdentityChangeKind.USER, row.user().id());
  }
}
