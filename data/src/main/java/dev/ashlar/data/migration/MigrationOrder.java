package dev.ashlar.data.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The migrations of all modules in an order in which each comes after what it stands on: the ones
/// it names, and the one before it in its module.
final class MigrationOrder {
  private final Map<MigrationId, Migration> known = new LinkedHashMap<>();
  private final Map<MigrationId, List<MigrationId>> needs = new HashMap<>();
  private final Set<MigrationId> done = new LinkedHashSet<>();
  private final Set<MigrationId> path = new LinkedHashSet<>();

  /// @throws MigrationException.Malformed when one is missing, or they need each other in a circle
  MigrationOrder(List<History> histories) {
    var modules = new LinkedHashSet<String>();
    for (History history : histories) {
      if (!modules.add(history.module())) {
        throw new MigrationException.Malformed(
            "The module %s is given twice; list each module once.".formatted(history.module()));
      }
      history.migrations().forEach(migration -> known.put(migration.id(), migration));
    }
    histories.forEach(this::link);
    known.keySet().forEach(this::visit);
  }

  private void link(History history) {
    for (int i = 0; i < history.migrations().size(); i++) {
      Migration migration = history.migrations().get(i);
      var needed = new ArrayList<MigrationId>(migration.dependsOn());
      if (i > 0) {
        needed.add(history.migrations().get(i - 1).id());
      }
      needs.put(migration.id(), needed);
    }
  }

  private void visit(MigrationId id) {
    if (done.contains(id)) {
      return;
    }
    if (!path.add(id)) {
      throw new MigrationException.Malformed(
          "Migrations need each other in a circle: %s. Remove one of the `depends-on` lines."
              .formatted(circle(id)));
    }
    for (MigrationId needed : needs.getOrDefault(id, List.of())) {
      if (!known.containsKey(needed)) {
        throw new MigrationException.Malformed(
            "Migration %s depends on %s, which is not there; there are %s. Add the module %s to the application's list, or mend the `depends-on` line."
                .formatted(id, needed, known.keySet(), needed.module()));
      }
      visit(needed);
    }
    path.remove(id);
    done.add(id);
  }

  private String circle(MigrationId id) {
    var ids = new ArrayList<>(path.stream().dropWhile(it -> !it.equals(id)).toList());
    ids.add(id);
    return String.join(" → ", ids.stream().map(MigrationId::toString).toList());
  }

  /// All of them.
  List<Migration> all() {
    return done.stream().map(this::get).toList();
  }

  /// One of them and what it stands on.
  List<Migration> upTo(MigrationId target) {
    var wanted = new LinkedHashSet<MigrationId>();
    collect(get(target).id(), wanted);
    return all().stream().filter(it -> wanted.contains(it.id())).toList();
  }

  private void collect(MigrationId id, Set<MigrationId> wanted) {
    if (wanted.add(id)) {
      needs.getOrDefault(id, List.of()).forEach(needed -> collect(needed, wanted));
    }
  }

  /// Whether one needs another, directly or through others.
  boolean needs(MigrationId one, MigrationId other) {
    var wanted = new LinkedHashSet<MigrationId>();
    collect(one, wanted);
    return wanted.contains(other);
  }

  boolean contains(MigrationId id) {
    return known.containsKey(id);
  }

  Migration get(MigrationId id) {
    Migration migration = known.get(id);
    if (migration == null) {
      throw new MigrationException.Malformed(
          "There is no migration %s; there are %s.".formatted(id, known.keySet()));
    }
    return migration;
  }
}
