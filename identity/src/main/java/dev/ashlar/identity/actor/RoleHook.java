package dev.ashlar.identity.actor;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.identity.IdentityChangeKind;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.value.Values;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook;
import dev.ashlar.runtime.operation.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A role is made and changed by those alone who hold all that it allows, before and after; it is
/// no ancestor of itself, and names only what can be a permission.
final class RoleHook implements Hook<Role> {
  private final UnguardedRepository<Role> roles;
  private final Profiles profiles;
  private final Administrators administrators;
  private final IdentityChanges changes;

  RoleHook(Database database, Profiles profiles, IdentityChanges changes) {
    this.roles = new UnguardedRepository<>(database, Role_.MODEL);
    this.profiles = profiles;
    this.administrators = new Administrators(database, profiles);
    this.changes = changes;
  }

  @Override
  public Set<Verb> verbs() {
    return Set.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE);
  }

  @Override
  public ChangeSet before(Call<Role> call) {
    call.before().ifPresent(_ -> judge(call, new States<>(call, roles), call.id().orElseThrow()));
    if (call.changes().stored(Role_.permissions) instanceof String json) {
      requirePermissions(json);
    }
    return call.changes();
  }

  @Override
  public void after(Call<Role> call) {
    var states = new States<>(call, roles);
    if (call.verb() != Verb.DELETE) {
      judge(call, states, call.id().orElseThrow());
      states
          .before()
          .ifPresent(row -> administrators.changed(states.session(), row, call.context().now()));
    }
    states.tell(changes, IdentityChangeKind.EVERYBODY, null);
  }

  private void judge(Call<Role> call, States<Role> states, UUID role) {
    var tree = profiles.roles(states.session(), List.of(role));
    Ceiling.everywhere(call.context().actor(), tree.permissions(role));
    if (call.verb() != Verb.DELETE && tree.isCircular(role)) {
      throw Refusal.invalid(
          List.of(
              new Violation(
                  "/parentId",
                  "role_circle",
                  "The parent is the role itself or a descendant of it; choose another.")));
    }
  }

  private static void requirePermissions(String json) {
    var violations = new ArrayList<Violation>();
    var texts = (List<?>) Values.ofJson(Role_.permissions.type(), json);
    for (int i = 0; i < texts.size(); i++) {
      try {
        new Permission(String.valueOf(texts.get(i)));
      } catch (IllegalArgumentException malformed) {
        violations.add(
            new Violation(
                "/permissions/" + i, "permission", String.valueOf(malformed.getMessage())));
      }
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
  }
}
