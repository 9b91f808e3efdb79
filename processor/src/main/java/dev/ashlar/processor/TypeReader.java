package dev.ashlar.processor;

import dev.ashlar.processor.ColumnType.Enumeration;
import dev.ashlar.processor.ColumnType.Json;
import dev.ashlar.processor.ColumnType.Reference;
import dev.ashlar.processor.ColumnType.Scalar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/// Finds how a component's Java type is stored.
final class TypeReader {
  private static final String REF = "dev.ashlar.model.Ref";

  private static final Map<String, Scalar> SCALARS = new HashMap<>();

  static {
    object("java.util.UUID", "UUID", "uuid");
    object("java.lang.String", "STRING", "string");
    object("java.math.BigDecimal", "DECIMAL", "decimal");
    object("java.math.BigInteger", "INTEGER", "integer");
    object("java.time.Instant", "INSTANT", "instant");
    object("java.time.LocalDate", "DATE", "date");
    object("java.time.LocalTime", "TIME", "time");
    object("java.time.LocalDateTime", "DATE_TIME", "dateTime");
    object("java.time.Duration", "DURATION", "duration");
    primitive("boolean", "Boolean", "BOOLEAN", "bool", "");
    primitive("byte", "Byte", "BYTE", "int32", "(byte) ");
    primitive("short", "Short", "SHORT", "int32", "(short) ");
    primitive("int", "Integer", "INT", "int32", "");
    primitive("long", "Long", "LONG", "int64", "");
    primitive("float", "Float", "FLOAT", "float64", "(float) ");
    primitive("double", "Double", "DOUBLE", "float64", "");
    SCALARS.put("byte[]", new Scalar("byte[]", "byte[]", "BYTES", "bytes", ""));
  }

  private static void object(String type, String constant, String accessor) {
    String ref = "«" + type + "»";
    SCALARS.put(type, new Scalar(ref, ref, constant, accessor, ""));
  }

  private static void primitive(
      String type, String box, String constant, String accessor, String cast) {
    String ref = "«java.lang." + box + "»";
    SCALARS.put(type, new Scalar(type, ref, constant, accessor, cast));
    SCALARS.put("java.lang." + box, new Scalar(ref, ref, constant, accessor, cast));
  }

  private final Problems problems;
  private final JsonReader json;
  private final Predicate<@Nullable Element> entities;

  TypeReader(Problems problems, Predicate<@Nullable Element> entities) {
    this.problems = problems;
    this.entities = entities;
    this.json = new JsonReader(problems, this);
  }

  /// The nested records met so far, whose codecs are to be generated.
  JsonReader json() {
    return json;
  }

  /// Whether a type is an entity, of this compilation or of one before.
  boolean isEntity(Element type) {
    return entities.test(type);
  }

  /// The type of a component; empty when there is none, which has been reported on `where`.
  Optional<ColumnType> read(Element where, TypeMirror type) {
    Optional<ColumnType> simple = simple(type);
    if (simple.isPresent()) {
      return simple;
    }
    String name = Mirrors.qualified(type);
    if (name.equals(REF)) {
      return reference(where, (DeclaredType) type);
    }
    return json.shape(where, type)
        .map(shape -> new Json(shape.java(), shape.erased(), shape.codec()));
  }

  /// The scalar or enum that a type is, if it is one.
  static Optional<ColumnType> simple(TypeMirror type) {
    if (Mirrors.isKind(type, ElementKind.ENUM)) {
      return Optional.of(new Enumeration(TypeName.of(Mirrors.element((DeclaredType) type)).ref()));
    }
    return Optional.ofNullable(SCALARS.get(key(type)));
  }

  private static String key(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return type.getKind().name().toLowerCase(Locale.ROOT);
    }
    if (type instanceof ArrayType array) {
      return array.getComponentType().getKind() == TypeKind.BYTE ? "byte[]" : "";
    }
    return Mirrors.qualified(type);
  }

  private Optional<ColumnType> reference(Element where, DeclaredType type) {
    if (type.getTypeArguments().size() != 1
        || !(type.getTypeArguments().getFirst() instanceof DeclaredType target)) {
      problems.at(
          where,
          "%s is a Ref that does not say of which entity. Write Ref<Project>, with an @Entity record.",
          where.getSimpleName());
      return Optional.empty();
    }
    if (!entities.test(target.asElement())) {
      problems.at(
          where,
          "%s refers to %s, which is not an entity. Mark %s with @Entity, or store it as a component of its own.",
          where.getSimpleName(),
          target.asElement().getSimpleName(),
          target.asElement().getSimpleName());
      return Optional.empty();
    }
    return Optional.of(new Reference(TypeName.of(Mirrors.element(target))));
  }

  /// Says that a type cannot be stored, and what to use instead.
  String unsupported(Element where, TypeMirror type) {
    return "%s has the type %s, which cannot be a column. %s"
        .formatted(where.getSimpleName(), plain(type), advice(type));
  }

  private String advice(TypeMirror type) {
    String name = Mirrors.qualified(type);
    if (isMany(type)) {
      return "A record cannot tell rows that are not loaded from no rows: hold a Ref on the other"
          + " entity and name the list there with @Inverse.";
    }
    return switch (name) {
      case "java.util.Optional" -> "Write the type itself, and @Nullable before it.";
      case "java.util.Map" -> "Write a nested record, or an entity for the entries.";
      case "java.util.List" -> "Say what the list holds, as in List<String>.";
      case "java.util.Set", "java.util.Collection" -> "Write a List, which keeps its order.";
      default ->
          entities.test(element(type))
              ? "Write Ref<" + plain(type) + "> to refer to the entity."
              : "Use " + (type.getKind() == TypeKind.ARRAY ? "a List, or byte[]" : SUPPORTED) + ".";
    };
  }

  private static final String SUPPORTED =
      "UUID, String, boolean, a number, an enum, a java.time type, byte[], a Ref, a record, or a"
          + " List of those";

  private static @Nullable Element element(TypeMirror type) {
    return type instanceof DeclaredType declared ? declared.asElement() : null;
  }

  /// Whether a type holds rows of entities, which no column does.
  boolean isMany(TypeMirror type) {
    return Set.of("java.util.List", "java.util.Set", "java.util.Collection")
            .contains(Mirrors.qualified(type))
        && type instanceof DeclaredType declared
        && declared.getTypeArguments().stream()
            .anyMatch(of -> Mirrors.qualified(of).equals(REF) || entities.test(element(of)));
  }

  /// A type as it is written in the sources, without packages and annotations.
  static String plain(TypeMirror type) {
    return switch (type) {
      case DeclaredType declared -> {
        String name = declared.asElement().getSimpleName().toString();
        yield declared.getTypeArguments().isEmpty()
            ? name
            : declared.getTypeArguments().stream()
                .map(TypeReader::plain)
                .collect(Collectors.joining(", ", name + "<", ">"));
      }
      case ArrayType array -> plain(array.getComponentType()) + "[]";
      case WildcardType _ -> "?";
      case TypeVariable variable -> variable.asElement().getSimpleName().toString();
      default -> type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }
}
