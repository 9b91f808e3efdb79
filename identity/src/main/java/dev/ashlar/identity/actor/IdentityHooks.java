package dev.ashlar.identity.actor;

import dev.ashlar.data.Database;
import dev.ashlar.runtime.operation.Hook;
import java.util.List;

/// What must run with every write of users, roles and memberships: without it, whoever may change
/// them may rise.
public final class IdentityHooks {
  private IdentityHooks() {}

  /// The hooks of all identity's records.
  public static List<Hook<?>> of(
      Database database, Profiles profiles, SessionEnds ends, IdentityChanges changes) {
    return List.of(
        new MembershipHook(database, profiles, changes),
        new GrantHook(database, profiles, changes),
        new RoleHook(database, profiles, changes),
        new UserHook(database, profiles, ends, changes));
  }
}
