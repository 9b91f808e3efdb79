package dev.ashlar.processor;

import dev.ashlar.processor.ColumnType.Reference;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks how the entities of a compilation fit each other.
final class RelationCheck {
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");

  private final Problems problems;
  private final Catalog catalog;

  RelationCheck(Problems problems, Catalog catalog) {
    this.problems = problems;
    this.catalog = catalog;
  }

  /// Reports what does not fit.
  void run(Entity entity) {
    table(entity);
    for (Component component : entity.components()) {
      if (component.type() instanceof Reference(TypeName target)) {
        component.inverse().ifPresent(name -> inverse(entity, component, target, name));
      }
    }
  }

  private void table(Entity entity) {
    for (TypeName other : catalog.entities()) {
      boolean shared =
          catalog.entity(other).filter(it -> it.plural().equals(entity.plural())).isPresent();
      if (shared && other.ref().compareTo(entity.record().ref()) < 0) {
        problems.at(
            entity.element(),
            "%s and %s both use the table \"%s\". Set @Entity(plural = …) on one of them.",
            other.simple(),
            entity.name(),
            entity.plural());
      }
    }
  }

  private void inverse(Entity entity, Component component, TypeName target, String name) {
    if (!NAME.matcher(name).matches()) {
      problems.at(
          component.element(),
          "@Inverse on %s says \"%s\", which is no name for a relation. Use letters A to Z and"
              + " digits, beginning with a small letter.",
          component.name(),
          name);
      return;
    }
    Optional<String> holder = catalog.memberOf(target, name, entity.record(), component.name());
    if (holder.isPresent()) {
      problems.at(
          component.element(),
          "@Inverse on %s names the list \"%s\" of %s, but %s has that name already. Choose another.",
          component.name(),
          name,
          target.simple(),
          holder.get());
    }
  }
}
