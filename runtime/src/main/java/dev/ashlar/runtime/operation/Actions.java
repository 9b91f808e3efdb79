package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The named actions of all entities.
public final class Actions {
  /// No actions.
  public static final Actions NONE = new Actions(Map.of());

  private final Map<Class<?>, Map<String, Action<?>>> actions = new HashMap<>();

  public Actions(Map<EntityModel<?>, ? extends Collection<Action<?>>> byEntity) {
    byEntity.forEach((entity, all) -> all.forEach(action -> add(entity, action)));
  }

  private void add(EntityModel<?> entity, Action<?> action) {
    var named = actions.computeIfAbsent(entity.type(), _ -> new HashMap<>());
    if (named.put(action.name(), action) != null) {
      throw new IllegalArgumentException(
          "%s has two actions called \"%s\"; rename one.".formatted(entity, action.name()));
    }
  }

  /// The names of an entity's actions.
  public Set<String> names(EntityModel<?> entity) {
    return Set.copyOf(actions.getOrDefault(entity.type(), Map.of()).keySet());
  }

  /// Runs an action on a row, on a virtual thread.
  @SuppressWarnings("unchecked") // An entity's actions are actions of that entity.
  <T> Future<ChangeSet> run(
      RequestContext context, EntityModel<T> entity, String name, ChangeSet row, String input) {
    var action = actions.getOrDefault(entity.type(), Map.of()).get(name);
    if (action == null) {
      return Future.failedFuture(
          new Refusal(
              Refusal.Code.NOT_FOUND,
              "%s has no action \"%s\"; it has %s."
                  .formatted(entity, name, List.copyOf(names(entity)))));
    }
    return UserCode.run(context, () -> ((Action<T>) action).run(context, entity, row, input));
  }
}
