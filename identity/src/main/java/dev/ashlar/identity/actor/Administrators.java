package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.Session;
import dev.ashlar.identity.Administration;
import dev.ashlar.identity.Administration_;
import dev.ashlar.identity.Grant;
import dev.ashlar.identity.Grant_;
import dev.ashlar.identity.Membership;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.identity.User;
import dev.ashlar.identity.User_;
import dev.ashlar.model.Ref;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Keeps the last administrator: where an active user held everything, everywhere or in a team,
/// some active user still does after a write. Who holds everything everywhere holds it in every
/// team.
///
/// Each method is called after the write, in its transaction, and blocks. What takes from an
/// administrator waits until no other transaction does, and looks only then, at what she held too:
/// whatever was read before may be other by the time it is her turn.
final class Administrators {
  /// Holding this is what makes an administrator.
  static final Permission ALL = new Permission("*");

  /// The key of the one row that is held.
  private static final UUID HELD = new UUID(0, 0);

  private final UnguardedRepository<Administration> administration;
  private final UnguardedRepository<Role> roles;
  private final UnguardedRepository<Grant> grants;
  private final UnguardedRepository<Membership> memberships;
  private final UnguardedRepository<User> users;
  private final Profiles profiles;

  Administrators(Database database, Profiles profiles) {
    this.administration = new UnguardedRepository<>(database, Administration_.MODEL);
    this.roles = new UnguardedRepository<>(database, Role_.MODEL);
    this.grants = new UnguardedRepository<>(database, Grant_.MODEL);
    this.memberships = new UnguardedRepository<>(database, Membership_.MODEL);
    this.users = new UnguardedRepository<>(database, User_.MODEL);
    this.profiles = profiles;
  }

  /// A grant was taken or changed.
  void taken(Session session, Grant before, Instant at) {
    hold(session, at);
    if (allowing(session).contains(before.role().id()) && active(session, before.user().id())) {
      keep(session, true, Set.of());
    }
  }

  /// A membership was taken or changed.
  void taken(Session session, Membership before, Instant at) {
    hold(session, at);
    if (allowing(session).contains(before.role().id()) && active(session, before.user().id())) {
      keep(session, false, Set.of(before.team().id()));
    }
  }

  /// A user was deactivated.
  void deactivated(Session session, UUID user, Instant at) {
    hold(session, at);
    var profile = profiles.find(session, user).orElseThrow();
    var teams = new HashSet<UUID>();
    profile.teams().stream()
        .filter(held -> held.permissions().contains(ALL))
        .forEach(held -> teams.add(held.team().id()));
    keep(session, profile.permissions().contains(ALL), teams);
  }

  /// A role was changed, and with it its descendants.
  void changed(Session session, Role before, Instant at) {
    hold(session, at);
    var tree = RoleTree.all(roles.in(session));
    if (!allowed(tree, before)) {
      return;
    }
    var lost = tree.withDescendants(before.id());
    lost.removeAll(tree.allowing(ALL));
    boolean everywhere =
        await(
                grants
                    .in(session)
                    .count(Grant_.role.in(references(lost)).and(Grant_.user().active.eq(true))))
            > 0;
    var teams = new HashSet<UUID>();
    Condition held = Membership_.role.in(references(lost)).and(Membership_.user().active.eq(true));
    await(memberships.in(session).list(held)).forEach(row -> teams.add(row.team().id()));
    keep(session, everywhere, teams);
  }

  private static boolean allowed(RoleTree tree, Role before) {
    return before.permissions().contains(ALL.text())
        || (before.parent() != null && tree.permissions(before.parent().id()).contains(ALL));
  }

  // ---- what holds afterwards ----

  private void hold(Session session, Instant at) {
    await(administration.in(session).upsert(new Administration(HELD, at)));
  }

  private Set<UUID> allowing(Session session) {
    return RoleTree.all(roles.in(session)).allowing(ALL);
  }

  private static List<Ref<Role>> references(Collection<UUID> roles) {
    return roles.stream().<Ref<Role>>map(Ref::of).toList();
  }

  private boolean active(Session session, UUID user) {
    return await(users.in(session).find(user)).filter(User::active).isPresent();
  }

  private void keep(Session session, boolean everywhere, Collection<UUID> teams) {
    if (!everywhere && teams.isEmpty()) {
      return;
    }
    var all = references(allowing(session));
    Condition granted = Grant_.role.in(all).and(Grant_.user().active.eq(true));
    if (await(grants.in(session).count(granted)) > 0) {
      return;
    }
    if (everywhere) {
      throw last("This is the last administrator; make another one first.");
    }
    for (UUID team : teams) {
      Condition member =
          Membership_.team
              .is(team)
              .and(Membership_.role.in(all))
              .and(Membership_.user().active.eq(true));
      if (await(memberships.in(session).count(member)) == 0) {
        throw last("This is the team's last administrator; make another one first.");
      }
    }
  }

  private static Refusal last(String detail) {
    return new Refusal(
        Code.CONFLICT, detail, List.of(new Violation("", "last_administrator", detail)));
  }
}
