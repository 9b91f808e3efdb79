package dev.ashlar.runtime.seed;

import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.operation.UserCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All seeds of an application, in an order in which each comes after those it depends on.
public final class Seeds {
  private final List<Seed> order;

  /// @throws IllegalArgumentException when a seed depends on one that is missing, or on itself by
  ///   whatever way, or two have one name
  public Seeds(Collection<? extends Seed> seeds) {
    var byType = new HashMap<Class<?>, Seed>();
    var names = new HashMap<String, Seed>();
    for (Seed seed : seeds) {
      byType.put(seed.getClass(), seed);
      Seed other = names.put(seed.name(), seed);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s and %s are both called \"%s\"; give one another name()."
                .formatted(other.getClass().getName(), seed.getClass().getName(), seed.name()));
      }
    }
    var sorted = new LinkedHashSet<Seed>();
    seeds.forEach(seed -> add(seed, byType, new LinkedHashSet<>(), sorted));
    this.order = List.copyOf(sorted);
  }

  private static void add(
      Seed seed, Map<Class<?>, Seed> byType, Set<Seed> above, Set<Seed> sorted) {
    if (sorted.contains(seed)) {
      return;
    }
    if (!above.add(seed)) {
      throw new IllegalArgumentException(
          "The seeds depend on each other in a circle: %s. Take one dependency away."
              .formatted(above.stream().map(Seed::name).collect(Collectors.joining(" on "))));
    }
    for (Class<? extends Seed> type : seed.dependsOn()) {
      Seed below = byType.get(type);
      if (below == null) {
        throw new IllegalArgumentException(
            "The seed %s depends on %s, which is not there; make it a bean, or take the dependency away."
                .formatted(seed.name(), type.getName()));
      }
      add(below, byType, above, sorted);
    }
    above.remove(seed);
    sorted.add(seed);
  }

  /// The names in the order of planting.
  public List<String> names() {
    return order.stream().map(Seed::name).toList();
  }

  /// Plants those that this database does not have yet, and gives their names.
  public List<String> plant(Engine engine) {
    if (order.isEmpty()) {
      return List.of();
    }
    var there =
        UserCode.await(engine.unguarded(Planted.MODEL).list(Always.TRUE)).stream()
            .map(Planted::name)
            .toList();
    var planted = new ArrayList<String>();
    for (Seed seed : order) {
      if (!there.contains(seed.name()) && plant(engine, seed)) {
        planted.add(seed.name());
      }
    }
    return planted;
  }

  /// Another node that plants the same seed waits for this entry, and finds the seed planted.
  private static boolean plant(Engine engine, Seed seed) {
    Session session = UserCode.await(engine.database().driver().begin(Mode.WRITE));
    try {
      var entry = new Planted(seed.name(), engine.now());
      var entries = engine.unguarded(Planted.MODEL).in(session);
      boolean first = UserCode.await(entries.insertIfAbsent(entry, Planted.NAME));
      if (first) {
        seed.plant(new Seeding(engine, session, seed.name()));
      }
      UserCode.await(session.commit());
      return first;
    } catch (RuntimeException | Error failure) {
      UserCode.await(session.rollback());
      throw failure;
    }
  }
}
