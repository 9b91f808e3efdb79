package dev.ashlar.testing.access;

import static dev.ashlar.runtime.access.Verb.INVOKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.ActorShape;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is kept of actions that no rule speaks of: nothing.
final class InventedActionsTest {
  private final ActorShape shape =
      Access.of(Map.of(Item_.MODEL, new ItemPolicy()))
          .shape(new Actor(Optional.of(new UUID(2, 2)), "actor", Set.of(), Map.of(), Map.of()));

  private static final class ItemPolicy implements Policy<Item> {
    @Override
    public void rules(Rules<Item> r) {
      r.allow(INVOKE).when(Item_.maker.eq(actor()));
      r.allowAction("mend").always();
    }
  }

  @Test
  void shareTheConditionOfAllActions() {
    Condition any = shape.allowed(Item_.MODEL, INVOKE);

    // A condition made for a name would be another object, kept under that name.
    for (int i = 0; i < 1000; i++) {
      assertThat(shape.allowed(Item_.MODEL, INVOKE, "invented" + i)).isSameAs(any);
    }
    assertThat(any).isNotInstanceOf(Always.class);
  }

  @Test
  void leaveThoseAloneThatRulesSpeakOf() {
    assertThat(shape.allowed(Item_.MODEL, INVOKE, "mend")).isEqualTo(Always.TRUE);
  }
}
