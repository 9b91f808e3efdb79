package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.identity.Grant_;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.identity.Team;
import dev.ashlar.identity.Team_;
import dev.ashlar.identity.User_;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Many;
import dev.ashlar.model.query.Selection.One;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads users with their roles: three statements, and one for each generation of roles.
public final class Profiles {
  private static final Selection MEMBERSHIP =
      Selection.of(List.of(Membership_.role))
          .with(new One(Membership_.team.relation(), Selection.all(Team_.MODEL)));

  private static final Selection GRANT = Selection.of(List.of(Grant_.role));

  private static final Selection USER =
      Selection.all(User_.MODEL)
          .with(many(User_.memberships.relation(), MEMBERSHIP))
          .with(many(User_.grants.relation(), GRANT));

  private static final int MEMBERSHIPS = User_.MODEL.columns().size();
  private static final int GRANTS = MEMBERSHIPS + 1;

  private final Database database;
  private final UnguardedRepository<Role> roles;

  public Profiles(Database database) {
    this.database = database;
    this.roles = new UnguardedRepository<>(database, Role_.MODEL);
  }

  /// A user with her roles, if there is such a user. Blocks.
  public Optional<Profile> find(UUID user) {
    return find(database.driver(), user);
  }

  /// The same as a transaction sees it. Blocks.
  public Optional<Profile> find(Executor executor, UUID user) {
    var select =
        new Select(User_.MODEL, USER, User_.id.eq(user), List.of(), Optional.empty(), Lock.NONE);
    var found =
        await(database.select(executor, Lifted.of(select), Viewer.ALL, Bindings.Context.NONE));
    return found.stream().findFirst().map(row -> profile(executor, row));
  }

  /// Roles with their ancestors, as a transaction sees them. Blocks.
  RoleTree roles(Executor executor, Collection<UUID> ids) {
    return RoleTree.load(roles.in(executor), ids);
  }

  private Profile profile(Executor executor, Fetched row) {
    var memberships = row.many(MEMBERSHIPS);
    var grants = row.many(GRANTS);
    var ids = new HashSet<UUID>();
    memberships.forEach(membership -> ids.add(membership.uuid(0)));
    grants.forEach(grant -> ids.add(grant.uuid(0)));
    var tree = roles(executor, ids);
    var teams = new ArrayList<Profile.InTeam>();
    for (var membership : memberships) {
      // Read in two statements: a role, or a team, may be gone in between.
      var team = membership.one(1).map(Profiles::team);
      var role = tree.role(membership.uuid(0));
      if (team.isPresent() && role.isPresent()) {
        teams.add(new Profile.InTeam(team.get(), role.get(), tree.permissions(role.get().id())));
      }
    }
    var everywhere = new ArrayList<Profile.Everywhere>();
    for (var grant : grants) {
      tree.role(grant.uuid(0))
          .ifPresent(
              role -> everywhere.add(new Profile.Everywhere(role, tree.permissions(role.id()))));
    }
    return new Profile(User_.MODEL.reader().read(row), teams, everywhere);
  }

  private static Team team(Fetched row) {
    return Team_.MODEL.reader().read(row);
  }

  private static Many many(Relation relation, Selection selection) {
    return new Many(relation, selection, Always.TRUE, List.of(), Optional.empty());
  }
}
