package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook.Call;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The hooks of all entities, in order. Where an operation has none it stays on the event loop.
public final class Hooks {
  /// No hooks.
  public static final Hooks NONE = new Hooks(Map.of());

  private record On(Class<?> entity, Verb verb) {}

  private final Map<On, List<Hook<?>>> hooks;

  public Hooks(Map<EntityModel<?>, List<Hook<?>>> byEntity) {
    var sorted = new HashMap<On, List<Hook<?>>>();
    byEntity.forEach(
        (entity, all) ->
            all.stream()
                .sorted(Comparator.comparingInt(Hook::priority))
                .forEach(
                    hook ->
                        hook.verbs()
                            .forEach(
                                verb ->
                                    sorted
                                        .computeIfAbsent(
                                            new On(entity.type(), verb), _ -> new ArrayList<>())
                                        .add(hook))));
    this.hooks = sorted;
  }

  /// Whether an operation has any.
  boolean any(EntityModel<?> entity, Verb verb) {
    return !hooks.isEmpty() && hooks.containsKey(new On(entity.type(), verb));
  }

  /// The changes to make once every hook before the operation had its say.
  <T> Future<ChangeSet> before(Call<T> call) {
    if (!any(call.entity(), call.verb())) {
      return Future.succeededFuture(call.changes());
    }
    return UserCode.run(
        call.context(),
        () -> {
          ChangeSet changes = call.changes();
          for (Hook<T> hook : of(call)) {
            changes = hook.before(call.with(changes));
          }
          return changes;
        });
  }

  /// Runs every hook after the operation, in the opposite order.
  <T> Future<Void> after(Call<T> call) {
    if (!any(call.entity(), call.verb())) {
      return Future.succeededFuture();
    }
    return UserCode.run(
            call.context(),
            () -> {
              of(call).reversed().forEach(hook -> hook.after(call));
              return call;
            })
        .mapEmpty();
  }

  @SuppressWarnings("unchecked") // An entity's hooks are hooks of that entity.
  private <T> List<Hook<T>> of(Call<T> call) {
    var found = hooks.getOrDefault(new On(call.entity().type(), call.verb()), List.of());
    return found.stream().map(hook -> (Hook<T>) hook).toList();
  }
}
