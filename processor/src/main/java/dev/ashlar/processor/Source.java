package dev.ashlar.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/// One generated file.
///
/// In a body, types stand between guillemets, as `«java.util.UUID»` or, for the well-known ones,
/// `«UUID»`; `$` leads to a nested type. They become imports where the simple name is free.
final class Source {
  private static final Pattern TYPE = Pattern.compile("(@«Nullable» )?«([^»]+)»");

  private static final Map<String, String> WELL_KNOWN = new HashMap<>();

  static {
    known("dev.ashlar.model", "Change", "Ref", "Visible");
    known("dev.ashlar.model.query", "Attribute", "ChangeSet", "Column", "ColumnSpec");
    known("dev.ashlar.model.query", "EntityModel", "Expr", "Fetched", "Many", "Order", "Path");
    known("dev.ashlar.model.query", "RefAttribute", "RefColumn", "Relation", "Selection");
    known("dev.ashlar.model.query", "TextAttribute", "TextColumn", "ViewModel");
    known("dev.ashlar.model.value", "Constraint", "JsonCodec", "JsonCodecs", "JsonShapes");
    known("dev.ashlar.model.value", "JsonValues", "Row", "ValueType");
    known("com.fasterxml.jackson.core", "JsonGenerator", "JsonParser", "JsonToken");
    known("com.fasterxml.jackson.core.io", "SerializedString");
    known("java.io", "IOException");
    known("java.math", "BigDecimal", "BigInteger");
    known("java.time", "Duration", "Instant", "LocalDate", "LocalDateTime", "LocalTime");
    known("java.util", "ArrayList", "List", "Optional", "UUID");
    known("javax.annotation.processing", "Generated");
    known("org.jspecify.annotations", "Nullable");
  }

  private final String packageName;
  private final String name;
  private final String body;
  private final Map<String, String> imported = new HashMap<>();

  Source(String packageName, String name, String body) {
    this.packageName = packageName;
    this.name = name;
    this.body = body;
    imported.put(name, packageName + "." + name);
  }

  private static void known(String packageName, String... names) {
    for (String name : names) {
      WELL_KNOWN.put(name, packageName + "." + name);
    }
  }

  /// The type's name.
  TypeName type() {
    return new TypeName(packageName, name);
  }

  /// The text as it is written to the file.
  String text() {
    String code = TYPE.matcher(body).replaceAll(this::replacement);
    var imports = new TreeSet<>(imported.values());
    imports.removeIf(this::needsNoImport);
    var out = new StringBuilder("package ").append(packageName).append(";\n\n");
    imports.forEach(type -> out.append("import ").append(type).append(";\n"));
    if (!imports.isEmpty()) {
      out.append('\n');
    }
    return out.append(code).toString();
  }

  /// Writes the file; `origins` are the elements that it was made of.
  void write(Filer filer, Element... origins) {
    try (var writer = filer.createSourceFile(packageName + "." + name, origins).openWriter()) {
      writer.write(text());
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The generated source %s.%s could not be written.".formatted(packageName, name), failed);
    }
  }

  private String replacement(MatchResult match) {
    String type = use(match.group(2));
    if (match.group(1) == null) {
      return type;
    }
    // A mark on a type stands before its last name.
    int last = type.lastIndexOf('.') + 1;
    return type.substring(0, last) + "@" + use("Nullable") + " " + type.substring(last);
  }

  private boolean needsNoImport(String type) {
    int dot = type.lastIndexOf('.');
    String in = type.substring(0, dot);
    return in.equals(packageName) || in.equals("java.lang");
  }

  private String use(String type) {
    String qualified = type.indexOf('.') < 0 ? wellKnown(type) : type;
    int nested = qualified.indexOf('$');
    String outer = nested < 0 ? qualified : qualified.substring(0, nested);
    String rest = nested < 0 ? "" : qualified.substring(nested).replace('$', '.');
    String simple = outer.substring(outer.lastIndexOf('.') + 1);
    String holder = imported.putIfAbsent(simple, outer);
    return (holder == null || holder.equals(outer) ? simple : outer) + rest;
  }

  private static String wellKnown(String type) {
    int nested = type.indexOf('$');
    String outer = nested < 0 ? type : type.substring(0, nested);
    String qualified = WELL_KNOWN.get(outer);
    if (qualified == null) {
      throw new IllegalStateException("No well-known type is called " + outer + ".");
    }
    return nested < 0 ? qualified : qualified + type.substring(nested);
  }
}
