package dev.ashlar.processor;

import dev.ashlar.processor.ColumnType.Reference;
import dev.ashlar.processor.ColumnsWriter.ManySide;
import java.util.ArrayList;
import java.util.List;

/// Writes `Task_.Columns`: the columns and relations of a row at the end of a path.
final class LocatedWriter {
  private final Entity entity;
  private final List<ManySide> many;
  private final String generated;

  LocatedWriter(Entity entity, List<ManySide> many) {
    this.entity = entity;
    this.many = List.copyOf(many);
    this.generated = entity.record().beside("_").simple();
  }

  String text() {
    return """
        /// The columns and relations of a row at the end of a path.
        public static final class Columns {
        %s
        }"""
        .formatted(Code.indent(2, members()));
  }

  private String members() {
    var members = new ArrayList<String>();
    members.add("private final «Path» path_;");
    entity.components().forEach(component -> members.add(field(component)));
    many.forEach(side -> members.add(field(side)));
    members.add(constructor());
    entity.components().stream()
        .filter(component -> component.type() instanceof Reference)
        .forEach(component -> members.add(walk(component)));
    return String.join("\n\n", members);
  }

  private static String field(Component component) {
    return ColumnsWriter.doc(component)
        + "public final %s %s;".formatted(attribute(component), component.name());
  }

  private static String field(ManySide side) {
    return "public final «Many»<%s.Columns> %s;"
        .formatted(side.from().record().beside("_").ref(), side.name());
  }

  private static String attribute(Component component) {
    return switch (component.type()) {
      case Reference(TypeName target) -> "«RefAttribute»<" + target.ref() + ">";
      case ColumnType.Scalar scalar when scalar.text() -> "«TextAttribute»";
      case ColumnType type -> "«Attribute»<" + type.boxed() + ">";
    };
  }

  private String constructor() {
    var lines = new ArrayList<String>();
    for (Component component : entity.components()) {
      lines.add("%1$s = %2$s.%1$s.at(path);".formatted(component.name(), generated));
    }
    for (ManySide side : many) {
      lines.add(
          "%1$s = new «Many»<>(path, %2$s.%1$s.relation(), %2$s.%1$s.root());"
              .formatted(side.name(), generated));
    }
    return """
        /// The columns of the row at the end of a path.
        public Columns(«Path» path) {
          path_ = path;
        %s
        }"""
        .formatted(
            Code.indent(2, String.join("\n", lines.stream().map(it -> "this." + it).toList())));
  }

  private String walk(Component component) {
    return """
        /// The columns of the row that `%1$s` refers to.
        public %2$s.Columns %1$s() {
          return new %2$s.Columns(path_.then(%3$s.%1$s.relation()));
        }"""
        .formatted(component.name(), ((Reference) component.type()).columns(), generated);
  }
}
