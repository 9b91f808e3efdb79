package dev.ashlar.processor;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/// Checks what can only be seen of an entity as a whole.
final class EntityCheck {
  private EntityCheck() {}

  /// Whether an element can be an entity at all.
  static boolean shape(Problems problems, TypeElement type) {
    if (type.getKind() != ElementKind.RECORD) {
      problems.at(
          type,
          "%s is marked @Entity, but it is not a record. Write `record %s(...)`.",
          type.getSimpleName(),
          type.getSimpleName());
      return false;
    }
    return true;
  }

  /// Checks the components together.
  static void whole(Problems problems, Entity entity) {
    long ids = entity.components().stream().filter(it -> it.role().equals("ID")).count();
    if (ids != 1) {
      problems.at(
          entity.element(),
          "%s has %d components marked @Id. Mark exactly one, of type UUID.",
          entity.name(),
          ids);
    }
  }
}
