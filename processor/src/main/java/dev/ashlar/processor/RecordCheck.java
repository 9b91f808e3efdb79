package dev.ashlar.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/// Checks that an annotated type is a record which generated code can name and make.
final class RecordCheck {
  private RecordCheck() {}

  /// Whether it is; what is wrong has been reported.
  static boolean passes(Problems problems, TypeElement type, String annotation) {
    String name = type.getSimpleName().toString();
    if (type.getKind() != ElementKind.RECORD) {
      problems.at(
          type,
          "%s is marked @%s, but it is not a record. Write `record %s(...)`.",
          name,
          annotation,
          name);
      return false;
    }
    int before = problems.count();
    if (!type.getTypeParameters().isEmpty()) {
      problems.at(
          type,
          "%s is generic, but a table has one shape. Remove the type parameters %s.",
          name,
          type.getTypeParameters());
    }
    for (Element it = type; it instanceof TypeElement; it = it.getEnclosingElement()) {
      if (it.getModifiers().contains(Modifier.PRIVATE)) {
        problems.at(
            type,
            "%s is private, so generated code cannot reach %s. Remove `private`.",
            it.getSimpleName(),
            name);
      }
    }
    if (TypeName.of(type).packageName().isEmpty()) {
      problems.at(type, "%s is in no package. Put it into one.", name);
    }
    return problems.count() == before;
  }
}
