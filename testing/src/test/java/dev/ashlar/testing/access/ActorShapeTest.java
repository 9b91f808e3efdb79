package dev.ashlar.testing.access;

import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What plans tell apart in actors, and what they share.
final class ActorShapeTest {
  private static final UUID ONE = new UUID(1, 1);
  private static final UUID OTHER = new UUID(1, 2);

  private final Access access = Access.of(Map.of(Item_.MODEL, new ItemPolicy()));

  private static final class ItemPolicy implements Policy<Item> {
    @Override
    public void rules(Rules<Item> r) {
      r.scope(Item_.area().crew);
      r.allow(READ).when(can("items:read").or(Item_.maker.eq(actor())));
      r.allow(UPDATE).when(can("items:write"));
    }
  }

  private static Actor actor(Map<UUID, Set<Permission>> teams) {
    return new Actor(Optional.of(new UUID(2, 2)), "actor", Set.of(), teams, Map.of());
  }

  private static Set<Permission> permissions(String... texts) {
    return Arrays.stream(texts).map(Permission::new).collect(Collectors.toSet());
  }

  private Condition read(Actor actor) {
    return access.shape(actor).allowed(Item_.MODEL, READ);
  }

  private Condition update(Actor actor) {
    return access.shape(actor).allowed(Item_.MODEL, UPDATE);
  }

  @Test
  void asksNothingOfTheDatabaseForThoseWithoutAKey() {
    assertThat(read(Actor.ANONYMOUS)).isEqualTo(Always.FALSE);
    assertThat(read(actor(Map.of()))).isNotEqualTo(Always.FALSE);
  }

  @Test
  void bindsTheTeamsOfPermissionsOnceThatAreHeldInTheSame() {
    var both = permissions("items:read", "items:write");
    var same = actor(Map.of(ONE, both, OTHER, both));
    var differing = actor(Map.of(ONE, both, OTHER, permissions("items:read")));

    assertThat(read(same).toString()).contains(update(same).toString());
    assertThat(read(differing).toString()).doesNotContain(update(differing).toString());
    assertThat(access.shape(same)).isNotSameAs(access.shape(differing));
  }

  @Test
  void sharesAShapeAmongActorsOfOtherTeams() {
    var both = permissions("items:read", "items:write");

    assertThat(access.shape(actor(Map.of(ONE, both))))
        .isSameAs(access.shape(actor(Map.of(OTHER, both, new UUID(1, 3), both))));
  }
}
