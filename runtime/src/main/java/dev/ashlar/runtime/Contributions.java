package dev.ashlar.runtime;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.operation.Action;
import dev.ashlar.runtime.operation.Hook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an application brings to its entities: rules, hooks and actions, by entity.
public record Contributions(
    Map<EntityModel<?>, Policy<?>> policies,
    Map<EntityModel<?>, List<Hook<?>>> hooks,
    Map<EntityModel<?>, List<Action<?>>> actions) {

  /// Nothing: every entity is served to nobody.
  public static final Contributions NONE = new Contributions(Map.of(), Map.of(), Map.of());

  public Contributions {
    policies = Map.copyOf(policies);
    hooks = Map.copyOf(hooks);
    actions = Map.copyOf(actions);
  }

  /// Sorts what was found by the entity that each says it is for, as `TaskPolicy implements
  /// Policy<Task>` does.
  ///
  /// @throws IllegalArgumentException when one does not say, is for an entity that the model does
  ///   not have, or is the second policy of its entity
  public static Contributions of(
      Model model,
      Collection<? extends Policy<?>> policies,
      Collection<? extends Hook<?>> hooks,
      Collection<? extends Action<?>> actions) {
    var ruled = new LinkedHashMap<EntityModel<?>, Policy<?>>();
    for (Policy<?> policy : policies) {
      var entity = model.entity(EntityOf.type(policy, Policy.class));
      var other = ruled.put(entity, policy);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s has two policies, %s and %s; keep one."
                .formatted(entity.name(), other.getClass().getName(), policy.getClass().getName()));
      }
    }
    return new Contributions(
        ruled, byEntity(model, hooks, Hook.class), byEntity(model, actions, Action.class));
  }

  private static <P> Map<EntityModel<?>, List<P>> byEntity(
      Model model, Collection<? extends P> parts, Class<? super P> kind) {
    var sorted = new LinkedHashMap<EntityModel<?>, List<P>>();
    for (P part : parts) {
      sorted
          .computeIfAbsent(model.entity(EntityOf.type(part, kind)), _ -> new ArrayList<>())
          .add(part);
    }
    return sorted;
  }
}
