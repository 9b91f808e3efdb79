package dev.ashlar.processor;

import dev.ashlar.processor.ColumnType.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes `Task_`: the columns and relations of an entity, and its model.
final class ColumnsWriter {
  /// A to-many relation that another record gives an entity.
  ///
  /// @param name the relation's name
  /// @param from the record that holds the reference
  /// @param component the reference
  record ManySide(String name, Entity from, Component component) {}

  private final Entity entity;
  private final List<ManySide> many;

  ColumnsWriter(Entity entity, List<ManySide> many) {
    this.entity = entity;
    this.many = List.copyOf(many);
  }

  Source source() {
    TypeName name = entity.record().beside("_");
    String body =
        """
        /// The columns and relations of [%1$s].
        @«Generated»("dev.ashlar.processor.AshlarProcessor")
        @SuppressWarnings({"deprecation", "removal"})
        public final class %2$s {
        %3$s
        }
        """
            .formatted(entity.name(), name.simple(), Code.indent(2, members(name)));
    return new Source(name.packageName(), name.simple(), body);
  }

  private String members(TypeName name) {
    var members = new ArrayList<String>();
    entity.components().forEach(component -> addColumn(members, component));
    entity.components().stream()
        .filter(component -> component.inverse().isPresent())
        .forEach(component -> members.add(ofTarget(component)));
    many.forEach(side -> members.add(many(side)));
    members.add(model());
    members.add("private %s() {}".formatted(name.simple()));
    entity.components().stream()
        .filter(component -> component.type() instanceof Reference)
        .forEach(component -> members.add(walk(component)));
    members.add(new LocatedWriter(entity, many).text());
    return String.join("\n\n", members);
  }

  private String model() {
    return """
        /// Everything about [%1$s].
        public static final «EntityModel»<%2$s> MODEL =
            new «EntityModel»<>(
        %3$s,
                «List».of(
        %4$s),
                row ->
                    new %2$s(
        %5$s));"""
        .formatted(
            entity.name(),
            entity.record().ref(),
            Code.indent(8, spec()),
            Code.indent(12, columnNames()),
            Code.indent(16, arguments()));
  }

  private void addColumn(List<String> members, Component component) {
    if (component.type().makesCodec()) {
      members.add(
          "static final «JsonCodec»<%s> %s = %s;"
              .formatted(
                  component.type().boxed(), component.codecConstant(), component.type().codec()));
    }
    members.add(field(component));
  }

  private String field(Component component) {
    return """
        %spublic static final %s %s =
            new %s<>(
                %s.class,
        %s,
                %s::%s);"""
        .formatted(
            doc(component),
            columnType(component),
            component.name(),
            columnClass(component),
            entity.record().ref(),
            Code.indent(8, columnSpec(component)),
            entity.record().ref(),
            component.name());
  }

  /// The component's documentation as a comment.
  static String doc(Component component) {
    return component
        .doc()
        .map(text -> text.lines().map(line -> ("/// " + line).strip() + "\n"))
        .map(lines -> lines.collect(Collectors.joining()))
        .orElse("")
        .replace("«", "<<")
        .replace("»", ">>");
  }

  private String columnType(Component component) {
    String record = entity.record().ref();
    return switch (component.type()) {
      case Reference(TypeName target) -> "«RefColumn»<%s, %s>".formatted(record, target.ref());
      case ColumnType.Scalar scalar when scalar.text() -> "«TextColumn»<" + record + ">";
      case ColumnType type -> "«Column»<%s, %s>".formatted(record, type.boxed());
    };
  }

  private static String columnClass(Component component) {
    return switch (component.type()) {
      case Reference _ -> "«RefColumn»";
      case ColumnType.Scalar scalar when scalar.text() -> "«TextColumn»";
      case ColumnType _ -> "«Column»";
    };
  }

  private static String columnSpec(Component component) {
    var spec = new StringBuilder(specStart(component));
    if (component.nullable()) {
      spec.append("\n    .orNull()");
    }
    if (!component.role().equals("PLAIN")) {
      spec.append("\n    .as(«ColumnSpec$Role».").append(component.role()).append(")");
    }
    if (!component.constraints().isEmpty()) {
      spec.append("\n    .held(")
          .append(
              component.constraints().stream()
                  .map(it -> "\n        " + it)
                  .collect(Collectors.joining(",")))
          .append(")");
    }
    if (component.searchable()) {
      spec.append("\n    .searched()");
    }
    if (component.unique()) {
      spec.append("\n    .distinct()");
    }
    component.was().ifPresent(was -> spec.append("\n    .was(" + Code.literal(was) + ")"));
    component.doc().ifPresent(doc -> spec.append("\n    .doc(" + Code.literal(doc) + ")"));
    return spec.toString();
  }

  private static String specStart(Component component) {
    String name = Code.literal(component.name());
    String sql = Code.literal(component.sql());
    return switch (component.type()) {
      case Reference(TypeName target) ->
          "«ColumnSpec».reference(%s, %s, %s.class)".formatted(name, sql, target.ref());
      case ColumnType.Json json ->
          "«ColumnSpec».of(%s, %s, «ValueType».json(%s.class, %s))"
              .formatted(name, sql, json.erased(), component.codecConstant());
      case ColumnType type -> "«ColumnSpec».of(%s, %s, %s)".formatted(name, sql, type.valueType());
    };
  }

  private String ofTarget(Component component) {
    var target = ((Reference) component.type()).target();
    return """
        /// The rows whose `%1$s` is a %2$s, as seen from it.
        public static final «Many»<Columns> %3$s =
            new «Many»<>(
                «Path».ROOT,
                «Relation».many(%4$s, %5$s.class, %6$s.class, "%1$s"),
                () -> new Columns(«Path».ROOT));"""
        .formatted(
            component.name(),
            target.simple(),
            ofName(component),
            Code.literal(component.inverse().orElseThrow()),
            target.ref(),
            entity.record().ref());
  }

  /// The name of the relation that a reference gives to the record it points at.
  static String ofName(Component component) {
    return "of" + Naming.capital(component.name());
  }

  private String many(ManySide side) {
    String columns = side.from().record().beside("_").ref();
    return """
        /// The rows of %1$s whose `%2$s` is this one.
        public static final «Many»<%3$s.Columns> %4$s =
            new «Many»<>(
                «Path».ROOT,
                «Relation».many(%5$s, %6$s.class, %7$s.class, "%2$s"),
                () -> new %3$s.Columns(«Path».ROOT));"""
        .formatted(
            side.from().name(),
            side.component().name(),
            columns,
            side.name(),
            Code.literal(side.name()),
            entity.record().ref(),
            side.from().record().ref());
  }

  private String spec() {
    String inverses =
        entity.components().stream()
            .filter(component -> component.inverse().isPresent())
            .map(component -> ofName(component) + ".relation()")
            .collect(Collectors.joining(", "));
    return """
        new «EntityModel$Spec»<>(
            %s.class,
            %s,
            %s,
            %s,
            %s,
            «List».of(%s),
            %s,
            %s)"""
        .formatted(
            entity.record().ref(),
            Code.literal(entity.name()),
            Code.literal(entity.plural()),
            Code.lists(entity.uniques()),
            Code.lists(entity.indexes()),
            inverses,
            Code.optional(entity.was()),
            Code.optional(entity.doc()));
  }

  private String columnNames() {
    return entity.components().stream().map(Component::name).collect(Collectors.joining(",\n"));
  }

  private String arguments() {
    var arguments = new ArrayList<String>();
    for (Component component : entity.components()) {
      String position = String.valueOf(arguments.size());
      String read = read(component, position);
      arguments.add(
          component.nullable() ? "row.isNull(%s) ? null : %s".formatted(position, read) : read);
    }
    return String.join(",\n", arguments);
  }

  private static String read(Component component, String position) {
    return component.type() instanceof ColumnType.Json
        ? "«JsonValues».parse(%s, row.string(%s))".formatted(component.codecConstant(), position)
        : component.type().read("row", position);
  }

  /// The walk from the row itself along a reference.
  private static String walk(Component component) {
    return """
        /// The columns of the row that `%1$s` refers to.
        public static %2$s.Columns %1$s() {
          return new %2$s.Columns(«Path».ROOT.then(%1$s.relation()));
        }"""
        .formatted(component.name(), ((Reference) component.type()).columns());
  }
}
