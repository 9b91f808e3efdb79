package dev.ashlar.runtime.spi;

import dev.ashlar.model.query.EntityModel;
import java.util.List;

/// A part of an application that has tables, and with them migrations of its own.
///
/// @param name what its migrations are found by: `migrations/<name>/` on the class path
/// @param entities its records; none for a module whose tables are not made from records
public record Module(String name, List<EntityModel<?>> entities) {
  /// The framework's own tables.
  public static final Module FRAMEWORK = new Module("ashlar", List.of());

  public Module {
    entities = List.copyOf(entities);
  }
}
