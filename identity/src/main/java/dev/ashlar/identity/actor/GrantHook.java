package dev.ashlar.identity.actor;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.identity.Grant;
import dev.ashlar.identity.Grant_;
import dev.ashlar.identity.IdentityChangeKind;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook;
import java.util.List;
import java.util.Set;

/// A role for everywhere is given, taken and changed by those alone who hold all of it everywhere;
/// the last administrator keeps hers.
final class GrantHook implements Hook<Grant> {
  private final UnguardedRepository<Grant> grants;
  private final Profiles profiles;
  private final Administrators administrators;
  private final IdentityChanges changes;

  GrantHook(Database database, Profiles profiles, IdentityChanges changes) {
    this.grants = new UnguardedRepository<>(database, Grant_.MODEL);
    this.administrators = new Administrators(database, profiles);
    this.profiles = profiles;
    this.changes = changes;
  }

  @Override
  public Set<Verb> verbs() {
    return Set.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE);
  }

  @Override
  public void after(Call<Grant> call) {
    var states = new States<>(call, grants);
    states.before().ifPresent(row -> judge(call, states, row));
    states.after().ifPresent(row -> judge(call, states, row));
    states
        .before()
        .ifPresent(row -> administrators.taken(states.session(), row, call.context().now()));
  }

  private void judge(Call<Grant> call, States<Grant> states, Grant row) {
    var role = row.role().id();
    var permissions = profiles.roles(states.session(), List.of(role)).permissions(role);
    Ceiling.everywhere(call.context().actor(), permissions);
    states.tell(changes, IdentityChangeKind.USER, row.user().id());
  }
}
