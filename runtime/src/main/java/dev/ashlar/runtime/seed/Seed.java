package dev.ashlar.runtime.seed;

import java.util.List;

/// Data to begin with, such as a demonstration needs: planted once in a database, in a transaction
/// of its own.
///
/// A seed makes the same rows on every machine, since chance and time come from its [Seeding].
public interface Seed {
  /// What the database remembers it by.
  default String name() {
    return getClass().getSimpleName();
  }

  /// The seeds whose rows it refers to.
  default List<Class<? extends Seed>> dependsOn() {
    return List.of();
  }

  /// Makes the rows. It may block.
  void plant(Seeding seeding);
}
