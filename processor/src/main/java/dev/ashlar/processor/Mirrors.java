package dev.ashlar.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// Reads annotations and types without loading their classes.
final class Mirrors {
  private static final String NULLABLE = "org.jspecify.annotations.Nullable";

  private Mirrors() {}

  /// The annotation of that type, if the element has it.
  static Optional<AnnotationMirror> annotation(Element element, String type) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (name(mirror).equals(type)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /// Whether the element has the annotation.
  static boolean has(Element element, String type) {
    return annotation(element, type).isPresent();
  }

  /// The qualified name of an annotation's type.
  static String name(AnnotationMirror mirror) {
    return qualified(mirror.getAnnotationType());
  }

  /// What is written for an element of an annotation, if anything is.
  static Optional<Object> value(AnnotationMirror mirror, String name) {
    for (var entry : mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return Optional.of(entry.getValue().getValue());
      }
    }
    return Optional.empty();
  }

  /// What is written for an element of an annotation that is a list.
  @SuppressWarnings("unchecked")
  static List<Object> values(AnnotationMirror mirror, String name) {
    return value(mirror, name)
        .map(all -> (List<? extends AnnotationValue>) all)
        .map(all -> all.stream().map(AnnotationValue::getValue).toList())
        .orElse(List.of());
  }

  /// The text of an annotation's `value`.
  static Optional<String> text(Element element, String annotation) {
    return annotation(element, annotation).flatMap(it -> value(it, "value")).map(Object::toString);
  }

  /// The annotations of a type that may be repeated inside a container.
  static List<AnnotationMirror> repeated(Element element, String type, String container) {
    return element.getAnnotationMirrors().stream()
        .flatMap(
            mirror ->
                name(mirror).equals(container)
                    ? values(mirror, "value").stream().map(AnnotationMirror.class::cast)
                    : Stream.of(mirror))
        .filter(mirror -> name(mirror).equals(type))
        .map(AnnotationMirror.class::cast)
        .toList();
  }

  /// The qualified name of a declared type, or nothing for another.
  static String qualified(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? element(declared).getQualifiedName().toString()
        : "";
  }

  /// The element of a declared type.
  static TypeElement element(DeclaredType type) {
    return (TypeElement) type.asElement();
  }

  /// Whether a type is marked as one that may be null.
  static boolean nullable(TypeMirror type) {
    return type.getAnnotationMirrors().stream().anyMatch(it -> name(it).equals(NULLABLE));
  }

  /// Whether a type is an array whose elements are marked as ones that may be null.
  static boolean nullableElements(TypeMirror type) {
    return type instanceof ArrayType array && nullable(array.getComponentType());
  }

  /// Whether a type cannot be read because the sources do not define it; the compiler says so.
  static boolean unresolved(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR
        || (type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(Mirrors::unresolved));
  }

  /// The private field behind a record component: it carries the annotations meant for fields.
  static VariableElement field(TypeElement record, RecordComponentElement component) {
    for (VariableElement field : ElementFilter.fieldsIn(record.getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        return field;
      }
    }
    throw new IllegalStateException("A record component always has a field: " + component);
  }

  /// Whether a record implements an interface, by itself or through another.
  static boolean is(TypeElement type, String wanted) {
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent.getKind() == TypeKind.DECLARED
          && (qualified(parent).equals(wanted) || is(element((DeclaredType) parent), wanted))) {
        return true;
      }
    }
    return false;
  }

  /// Whether an element is a type of a kind.
  static boolean isKind(TypeMirror type, ElementKind kind) {
    return type.getKind() == TypeKind.DECLARED
        && type instanceof DeclaredType declared
        && declared.asElement().getKind() == kind;
  }

  /// The annotation's values by name, the written ones.
  static Map<String, Object> written(AnnotationMirror mirror) {
    var all = new LinkedHashMap<String, Object>();
    mirror
        .getElementValues()
        .forEach((key, value) -> all.put(key.getSimpleName().toString(), value.getValue()));
    return all;
  }
}
