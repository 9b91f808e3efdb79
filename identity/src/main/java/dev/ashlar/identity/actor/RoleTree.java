package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.runtime.access.Permission;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Some roles with all their ancestors. A role that is its own ancestor, and a permission that is
/// none, are reported and otherwise do no harm.
final class RoleTree {
  private static final Logger LOG = LoggerFactory.getLogger(RoleTree.class);

  private final Map<UUID, Role> roles = new HashMap<>();

  private RoleTree() {}

  /// Reads roles with their ancestors, in one statement for each generation. Blocks.
  static RoleTree load(UnguardedRepository<Role> rows, Collection<UUID> ids) {
    var tree = new RoleTree();
    Set<UUID> wanted = new LinkedHashSet<>(ids);
    while (!wanted.isEmpty()) {
      var found = await(rows.list(Role_.id.in(wanted)));
      found.forEach(role -> tree.roles.put(role.id(), role));
      wanted = new LinkedHashSet<>();
      for (var role : found) {
        if (role.parent() != null && !tree.roles.containsKey(role.parent().id())) {
          wanted.add(role.parent().id());
        }
      }
    }
    return tree;
  }

  /// Reads all roles, in one statement. Blocks.
  static RoleTree all(UnguardedRepository<Role> rows) {
    var tree = new RoleTree();
    await(rows.list(Always.TRUE)).forEach(role -> tree.roles.put(role.id(), role));
    return tree;
  }

  /// The roles that allow something, of themselves or by an ancestor.
  Set<UUID> allowing(Permission permission) {
    var found = new HashSet<UUID>();
    for (UUID id : roles.keySet()) {
      if (permissions(id).contains(permission)) {
        found.add(id);
      }
    }
    return found;
  }

  /// A role and all that descend from it.
  Set<UUID> withDescendants(UUID ancestor) {
    var found = new HashSet<>(Set.of(ancestor));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (var role : roles.values()) {
        if (role.parent() != null && found.contains(role.parent().id())) {
          grown |= found.add(role.id());
        }
      }
    }
    return found;
  }

  Optional<Role> role(UUID id) {
    return Optional.ofNullable(roles.get(id));
  }

  /// What a role allows, with what its ancestors allow.
  Set<Permission> permissions(UUID id) {
    var permissions = new HashSet<Permission>();
    var passed = new HashSet<UUID>();
    var role = roles.get(id);
    while (role != null && passed.add(role.id())) {
      for (String text : role.permissions()) {
        add(permissions, role, text);
      }
      role = role.parent() == null ? null : roles.get(role.parent().id());
    }
    if (role != null) {
      LOG.atWarn()
          .addKeyValue("role", role.name())
          .log("A role is its own ancestor; change its parent or that of one of its ancestors");
    }
    return Set.copyOf(permissions);
  }

  /// Whether following the parents leads back to the role.
  boolean isCircular(UUID id) {
    var passed = new HashSet<UUID>();
    var role = roles.get(id);
    while (role != null && role.parent() != null && passed.add(role.id())) {
      if (role.parent().id().equals(id)) {
        return true;
      }
      role = roles.get(role.parent().id());
    }
    return false;
  }

  private static void add(Set<Permission> permissions, Role role, String text) {
    try {
      permissions.add(new Permission(text));
    } catch (IllegalArgumentException malformed) {
      LOG.atWarn()
          .addKeyValue("role", role.name())
          .log("A role names what is no permission, which is ignored: {}", malformed.getMessage());
    }
  }
}
