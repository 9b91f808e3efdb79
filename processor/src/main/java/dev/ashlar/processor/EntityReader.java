package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/// Reads entity records.
final class EntityReader {
  static final String MODEL = "dev.ashlar.model.";
  static final String ENTITY = MODEL + "Entity";

  private final Problems problems;
  private final TypeReader types;
  private final ConstraintReader constraints;
  private final Docs docs;

  EntityReader(Problems problems, TypeReader types, Elements elements) {
    this.problems = problems;
    this.types = types;
    this.constraints = new ConstraintReader(problems);
    this.docs = new Docs(elements);
  }

  /// The entity that a record is; empty when it cannot be one, which has been reported.
  Optional<Entity> read(TypeElement record) {
    int before = problems.count();
    if (!RecordCheck.passes(problems, record, "Entity")) {
      return Optional.empty();
    }
    var components = new ArrayList<Component>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      component(record, component).ifPresent(components::add);
    }
    var entity =
        new Entity(
            record,
            TypeName.of(record),
            plural(record),
            components,
            keys(record, "Unique"),
            indexes(record),
            Mirrors.text(record, MODEL + "Was"),
            docs.ofRecord(record));
    new EntityCheck(problems, entity).run();
    return problems.count() == before && !unresolved(record)
        ? Optional.of(entity)
        : Optional.empty();
  }

  /// An entity that was compiled before: its columns, without what its sources alone said of them.
  Entity compiled(TypeElement record) {
    var components = new ArrayList<Component>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      component(record, component).ifPresent(components::add);
    }
    return new Entity(
        record,
        TypeName.of(record),
        plural(record),
        components,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean unresolved(TypeElement record) {
    return record.getRecordComponents().stream()
        .anyMatch(component -> Mirrors.unresolved(component.asType()));
  }

  private Optional<Component> component(TypeElement record, RecordComponentElement element) {
    VariableElement field = Mirrors.field(record, element);
    TypeMirror type = field.asType();
    if (Mirrors.unresolved(type)) {
      return Optional.empty();
    }
    return types.read(element, type).map(read -> component(record, element, field, read));
  }

  private Component component(
      TypeElement record, RecordComponentElement element, VariableElement field, ColumnType type) {
    String name = element.getSimpleName().toString();
    boolean nullable = Mirrors.nullable(field.asType());
    String sql = Naming.snake(type instanceof ColumnType.Reference ? name + "Id" : name);
    return new Component(
        element,
        name,
        sql,
        type,
        nullable,
        role(record, element),
        constraints.read(element, field, type, nullable),
        Mirrors.has(element, MODEL + "Searchable"),
        Mirrors.has(element, MODEL + "Unique"),
        Mirrors.text(element, MODEL + "Inverse"),
        Mirrors.text(element, MODEL + "Was"),
        docs.ofComponent(record, element));
  }

  private static String role(TypeElement record, RecordComponentElement element) {
    if (Mirrors.has(element, MODEL + "Id")) {
      return "ID";
    }
    if (Mirrors.has(element, MODEL + "Version")) {
      return "VERSION";
    }
    boolean timestamped = Mirrors.is(record, MODEL + "Timestamped");
    return switch (element.getSimpleName().toString()) {
      case "createdAt" -> timestamped ? "CREATED" : "PLAIN";
      case "updatedAt" -> timestamped ? "UPDATED" : "PLAIN";
      case "deletedAt" -> Mirrors.is(record, MODEL + "SoftDeletable") ? "DELETED" : "PLAIN";
      default -> "PLAIN";
    };
  }

  private static String plural(TypeElement record) {
    return Mirrors.annotation(record, ENTITY)
        .flatMap(it -> Mirrors.value(it, "plural"))
        .map(Object::toString)
        .filter(plural -> !plural.isEmpty())
        .orElseGet(() -> Naming.plural(record.getSimpleName().toString()));
  }

  private static List<List<String>> keys(TypeElement record, String annotation) {
    String type = MODEL + annotation;
    return Mirrors.repeated(record, type, type + ".All").stream().map(EntityReader::names).toList();
  }

  private static List<String> names(AnnotationMirror mirror) {
    return Mirrors.values(mirror, "value").stream().map(Object::toString).toList();
  }

  private List<List<String>> indexes(TypeElement record) {
    var all = new ArrayList<>(keys(record, "Index"));
    for (RecordComponentElement component : record.getRecordComponents()) {
      namesOnComponent(component);
      if (Mirrors.has(component, MODEL + "Index")) {
        all.add(List.of(component.getSimpleName().toString()));
      }
    }
    return all;
  }

  private void namesOnComponent(RecordComponentElement component) {
    for (String annotation : List.of("Unique", "Index")) {
      Mirrors.annotation(component, MODEL + annotation)
          .map(EntityReader::names)
          .filter(names -> !names.isEmpty())
          .ifPresent(
              names ->
                  problems.at(
                      component,
                      "@%s on the component %s names components: %s. Put it on the record, or"
                          + " write @%s alone.",
                      annotation,
                      component.getSimpleName(),
                      String.join(", ", names),
                      annotation));
    }
  }
}
