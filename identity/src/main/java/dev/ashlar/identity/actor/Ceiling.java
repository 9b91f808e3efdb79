package dev.ashlar.identity.actor;

import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import java.util.Collection;
import java.util.UUID;

/// Nobody gives, takes or changes what reaches beyond what she holds herself.
final class Ceiling {
  private Ceiling() {}

  /// Demands that the actor holds all of it whatever the team.
  static void everywhere(Actor actor, Collection<Permission> permissions) {
    if (!permissions.stream().allMatch(actor::holdsEverywhere)) {
      throw new Refusal(
          Code.FORBIDDEN,
          "This role allows more than you may do everywhere yourself; ask somebody who holds it all.");
    }
  }

  /// Demands that the actor holds all of it in a team, or whatever the team.
  static void inTeam(Actor actor, UUID team, Collection<Permission> permissions) {
    for (Permission permission : permissions) {
      if (!actor.holdsEverywhere(permission) && !actor.teams(permission).contains(team)) {
        throw new Refusal(
            Code.FORBIDDEN,
            "This role allows more than you may do in the team yourself; ask somebody who holds it all there.");
      }
    }
  }
}
