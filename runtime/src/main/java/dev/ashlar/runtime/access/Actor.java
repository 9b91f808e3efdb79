package dev.ashlar.runtime.access;

import dev.ashlar.model.query.Expr.OfActor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who asks: a user, a service or nobody known, with everything the rules may look at, resolved
/// beforehand.
public final class Actor {
  /// Nobody known.
  public static final Actor ANONYMOUS =
      new Actor(Optional.empty(), "anonymous", Set.of(), Map.of(), Map.of());

  private final Optional<UUID> id;
  private final String name;
  private final Set<Permission> everywhere;
  private final Map<UUID, Set<Permission>> inTeams;
  private final Map<String, Object> attributes;

  /// The teams by permission asked for, found once.
  private final Map<String, List<UUID>> teams = new ConcurrentHashMap<>();

  private volatile @Nullable ActorShape shape;

  /// @param id the user's or service's key; empty for nobody known
  /// @param name what logs and audit entries call the actor
  /// @param everywhere the permissions held whatever the team
  /// @param inTeams the permissions held in each team
  /// @param attributes what rules may compare with, in stored form
  public Actor(
      Optional<UUID> id,
      String name,
      Set<Permission> everywhere,
      Map<UUID, Set<Permission>> inTeams,
      Map<String, Object> attributes) {
    this.id = id;
    this.name = name;
    this.everywhere = Set.copyOf(everywhere);
    this.inTeams =
        inTeams.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, team -> Set.copyOf(team.getValue())));
    this.attributes = Map.copyOf(attributes);
  }

  public Optional<UUID> id() {
    return id;
  }

  public String name() {
    return name;
  }

  /// An attribute by name, in stored form, if the actor has it.
  public Optional<Object> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /// Whether the actor holds a permission whatever the team.
  public boolean holdsEverywhere(Permission permission) {
    return covers(everywhere, permission);
  }

  /// The teams in which the actor holds a permission.
  public List<UUID> teams(Permission permission) {
    return teams(permission.text());
  }

  /// The teams in which the actor holds a permission, given as text that a policy has checked.
  private List<UUID> teams(String permission) {
    List<UUID> known = teams.get(permission);
    return known != null
        ? known
        : teams.computeIfAbsent(permission, _ -> find(new Permission(permission)));
  }

  /// What a plan binds of the actor.
  public @Nullable Object fact(OfActor.Fact fact) {
    return switch (fact) {
      case OfActor.Fact.Id _ -> id.orElse(null);
      case OfActor.Fact.Teams(var permission) -> teams(permission);
      case OfActor.Fact.Named(var attribute) -> attributes.get(attribute);
    };
  }

  private List<UUID> find(Permission permission) {
    var found = new ArrayList<UUID>();
    inTeams.forEach(
        (team, held) -> {
          if (covers(held, permission)) {
            found.add(team);
          }
        });
    return List.copyOf(found);
  }

  private static boolean covers(Collection<Permission> held, Permission permission) {
    for (Permission each : held) {
      if (each.covers(permission)) {
        return true;
      }
    }
    return false;
  }

  /// What the rules can tell apart in the actor, remembered for as long as the rules stay the same.
  ActorShape shape(Access access) {
    ActorShape known = shape;
    if (known == null || known.access() != access) {
      known = access.shapeOf(this);
      shape = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return name;
  }
}
