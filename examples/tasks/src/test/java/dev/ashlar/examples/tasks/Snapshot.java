package dev.ashlar.examples.tasks;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.identity.Grant_;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Role_;
import dev.ashlar.identity.User_;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Interpreter;
import dev.ashlar.runtime.access.Permission;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every row of the example's database, read past all rules, for the oracle to decide on.
final class Snapshot implements Interpreter.Rows {
  private final Map<EntityModel<?>, Map<UUID, ChangeSet>> rows = new HashMap<>();

  Snapshot(Database database) {
    for (EntityModel<?> entity : database.model().entities()) {
      rows.put(entity, read(database, entity));
    }
  }

  private static Map<UUID, ChangeSet> read(Database database, EntityModel<?> entity) {
    var select =
        new Select(
            entity, Selection.all(entity), Always.TRUE, List.of(), Optional.empty(), Lock.NONE);
    var found = new LinkedHashMap<UUID, ChangeSet>();
    for (Fetched row :
        database
            .select(database.driver(), Lifted.of(select), Viewer.ALL, Bindings.Context.NONE)
            .toCompletionStage()
            .toCompletableFuture()
            .join()) {
      ChangeSet stored = ChangeSet.of(entity);
      for (int i = 0; i < entity.columns().size(); i++) {
        stored = stored.with(entity.columns().get(i), row.value(i));
      }
      found.put((UUID) stored.stored(entity.id()), stored);
    }
    return found;
  }

  @Override
  public Collection<ChangeSet> all(EntityModel<?> entity) {
    return rows.getOrDefault(entity, Map.of()).values();
  }

  @Override
  public Optional<ChangeSet> row(EntityModel<?> entity, UUID id) {
    return Optional.ofNullable(rows.getOrDefault(entity, Map.of()).get(id));
  }

  /// An account with the permissions that its memberships and grants give it, flattened here once
  /// more.
  Actor actor(String account) {
    ChangeSet user =
        all(User_.MODEL).stream()
            .filter(row -> (account + "@example.com").equals(row.stored(User_.email)))
            .findFirst()
            .orElseThrow();
    var id = (UUID) Objects.requireNonNull(user.stored(User_.id));
    var inTeams = new HashMap<UUID, Set<Permission>>();
    for (ChangeSet membership : all(Membership_.MODEL)) {
      if (id.equals(membership.stored(Membership_.user))) {
        inTeams
            .computeIfAbsent((UUID) membership.stored(Membership_.team), _ -> new HashSet<>())
            .addAll(permissions((UUID) membership.stored(Membership_.role)));
      }
    }
    var everywhere = new HashSet<Permission>();
    for (ChangeSet grant : all(Grant_.MODEL)) {
      if (id.equals(grant.stored(Grant_.user))) {
        everywhere.addAll(permissions((UUID) grant.stored(Grant_.role)));
      }
    }
    return new Actor(Optional.of(id), account, everywhere, inTeams, Map.of());
  }

  private List<Permission> permissions(@Nullable UUID role) {
    var held = new ArrayList<Permission>();
    UUID next = role;
    while (next != null) {
      ChangeSet found = row(Role_.MODEL, next).orElseThrow();
      String json = String.valueOf(found.stored(Role_.permissions));
      for (Object text : new JsonArray(json)) {
        held.add(new Permission((String) text));
      }
      next = (UUID) found.stored(Role_.parent);
    }
    return held;
  }
}
