package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Reads the types stored as JSON: nested records and lists.
final class JsonReader {
  /// What a codec reads and writes.
  ///
  /// @param java the type, in a template
  /// @param erased the class without type arguments
  /// @param codec the expression of the codec
  /// @param fixed whether the codec may be made when the class that uses it is initialised
  record Shape(String java, String erased, String codec, boolean fixed) {}

  /// A component of a nested record.
  record Property(String name, Shape shape, boolean nullable) {}

  /// A nested record.
  record Nested(TypeElement element, TypeName name, List<Property> properties) {
    Nested {
      properties = List.copyOf(properties);
    }
  }

  private static final String LIST = "java.util.List";

  private final Problems problems;
  private final TypeReader types;
  private final Map<TypeName, Nested> nested = new LinkedHashMap<>();

  JsonReader(Problems problems, TypeReader types) {
    this.problems = problems;
    this.types = types;
  }

  /// The nested records met since the last call.
  List<Nested> take() {
    var met = List.copyOf(nested.values());
    nested.clear();
    return met;
  }

  /// The shape of a type; empty when there is none, which has been reported on `where`.
  Optional<Shape> shape(Element where, TypeMirror type) {
    Optional<ColumnType> simple = TypeReader.simple(type);
    if (simple.isPresent()) {
      return simple.map(JsonReader::leaf);
    }
    if (Mirrors.qualified(type).equals(LIST) && !types.isMany(type)) {
      return list(where, (DeclaredType) type);
    }
    if (Mirrors.isKind(type, ElementKind.RECORD)) {
      return record(where, (DeclaredType) type);
    }
    problems.at(where, types.unsupported(where, type));
    return Optional.empty();
  }

  private static Shape leaf(ColumnType type) {
    String codec =
        switch (type) {
          case ColumnType.Scalar scalar -> "«JsonCodecs»." + scalar.constant();
          case ColumnType.Enumeration constants ->
              "«JsonCodecs».enumeration(%s.class)".formatted(constants.java());
          case ColumnType.Reference _, ColumnType.Json _ ->
              throw new IllegalStateException(type + " is not a leaf of a JSON value.");
        };
    return new Shape(type.boxed(), type.boxed(), codec, true);
  }

  private Optional<Shape> list(Element where, DeclaredType type) {
    if (type.getTypeArguments().isEmpty()) {
      problems.at(where, types.unsupported(where, type));
      return Optional.empty();
    }
    TypeMirror element = type.getTypeArguments().getFirst();
    if (Mirrors.nullable(element)) {
      problems.at(
          where,
          "%s is a list whose elements may be null. Remove @Nullable before %s.",
          where.getSimpleName(),
          TypeReader.plain(element));
      return Optional.empty();
    }
    return shape(where, element)
        .map(
            of ->
                new Shape(
                    "«List»<" + of.java() + ">",
                    "«List»",
                    "«JsonCodecs».listOf(" + of.codec() + ")",
                    of.fixed()));
  }

  private Optional<Shape> record(Element where, DeclaredType type) {
    TypeElement element = Mirrors.element(type);
    TypeName name = TypeName.of(element);
    if (types.isEntity(element)
        || element.getModifiers().contains(Modifier.PRIVATE)
        || !type.getTypeArguments().isEmpty()) {
      problems.at(where, types.unsupported(where, type));
      return Optional.empty();
    }
    if (!nested.containsKey(name)) {
      nested.put(name, new Nested(element, name, List.of()));
      nested.put(name, new Nested(element, name, properties(element)));
    }
    String codec = JsonWriter.codec(name).ref() + ".CODEC";
    return Optional.of(new Shape(name.ref(), name.ref(), codec, false));
  }

  private List<Property> properties(TypeElement record) {
    var all = new ArrayList<Property>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      TypeMirror type = Mirrors.field(record, component).asType();
      ConstraintReader.refuse(problems, record, component);
      shape(component, type)
          .ifPresent(
              shape ->
                  all.add(
                      new Property(
                          component.getSimpleName().toString(), shape, Mirrors.nullable(type))));
    }
    return all;
  }
}
