package dev.ashlar.identity.actor;

import dev.ashlar.identity.Role;
import dev.ashlar.identity.Team;
import dev.ashlar.identity.User;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A user, with the roles she holds and what they allow.
///
/// @param teams her teams and the role that she has in each
/// @param everywhere the roles she holds whatever the team
public record Profile(User user, List<InTeam> teams, List<Everywhere> everywhere) {
  public Profile {
    teams = List.copyOf(teams);
    everywhere = List.copyOf(everywhere);
  }

  /// A role in a team.
  ///
  /// @param permissions those of the role and of its ancestors
  public record InTeam(Team team, Role role, Set<Permission> permissions) {}

  /// A role held everywhere.
  ///
  /// @param permissions those of the role and of its ancestors
  public record Everywhere(Role role, Set<Permission> permissions) {}

  /// What she holds whatever the team.
  public Set<Permission> permissions() {
    var all = new HashSet<Permission>();
    everywhere.forEach(held -> all.addAll(held.permissions()));
    return Set.copyOf(all);
  }

  /// The user as the rules see her, with the attributes `email`, `emailVerified` and `name`.
  public Actor actor() {
    var inTeams = new HashMap<UUID, Set<Permission>>();
    teams.forEach(held -> inTeams.put(held.team().id(), held.permissions()));
    return new Actor(
        Optional.of(user.id()),
        user.email(),
        permissions(),
        inTeams,
        Map.of(
            "email", user.email(),
            "emailVerified", user.emailVerifiedAt() != null,
            "name", user.name()));
  }
}
