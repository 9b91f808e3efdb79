package dev.ashlar.processor;

import dev.ashlar.processor.CodecTemplate.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the shapes that an entity has on the network: `TaskCreate`, `TaskPatch`, `TaskResponse`.
final class ShapesWriter {
  private final Entity entity;
  private final String columns;
  private final List<Component> plain;

  ShapesWriter(Entity entity) {
    this.entity = entity;
    this.columns = entity.record().beside("_").simple();
    this.plain = entity.components().stream().filter(Component::plain).toList();
  }

  /// What a client says of a new row.
  Source create() {
    TypeName name = entity.record().beside("Create");
    String parameters =
        plain.stream()
            .map(it -> it.declaredWire() + " " + it.property())
            .collect(Collectors.joining(",\n    "));
    var properties =
        plain.stream()
            .map(
                it ->
                    CodecTemplate.plain(
                        it.property(),
                        it.type().wire(),
                        it.codec(columns),
                        json(it),
                        it.nullable()))
            .toList();
    return source(
        name,
        "What is said of a new [%s].".formatted(entity.name()),
        parameters,
        changes("set"),
        CodecTemplate.methods(name.simple(), properties, List.of(), ""));
  }

  /// What a client changes of a row.
  Source patch() {
    TypeName name = entity.record().beside("Patch");
    var members = new ArrayList<String>();
    members.add(nothing(name));
    members.add(changes("change"));
    plain.forEach(it -> members.add(wither(name, it)));
    String parameters =
        plain.stream()
            .map(it -> "«Change»<%s> %s".formatted(it.type().wire(), it.property()))
            .collect(Collectors.joining(",\n    "));
    var properties = plain.stream().map(this::changed).toList();
    return source(
        name,
        "What is changed of a [%s]; what is absent stays.".formatted(entity.name()),
        parameters,
        String.join("\n\n", members),
        CodecTemplate.methods(name.simple(), properties, List.of(), ""));
  }

  private String nothing(TypeName name) {
    String absent = plain.stream().map(_ -> "«Change».absent()").collect(Collectors.joining(", "));
    return """
        /// Changes nothing.
        public static final %1$s NOTHING = new %1$s(%2$s);"""
        .formatted(name.simple(), absent);
  }

  private String wither(TypeName name, Component changed) {
    String arguments =
        plain.stream()
            .map(
                it ->
                    it.equals(changed)
                        ? "«Change».to(" + it.property() + ")"
                        : "this." + it.property())
            .collect(Collectors.joining(", "));
    return """
        /// The same, setting `%1$s`.
        public %2$s with%3$s(%4$s %1$s) {
          return new %2$s(%5$s);
        }"""
        .formatted(
            changed.property(),
            name.simple(),
            Naming.capital(changed.property()),
            changed.declaredWire(),
            arguments);
  }

  private Property changed(Component it) {
    String variable = CodecTemplate.variable(it.property());
    String codec = it.codec(columns);
    return new Property(
        it.property(),
        "«Change»<%s> %s = «Change».absent();".formatted(it.type().wire(), variable),
        "«JsonShapes».change(parser, %s, %s)".formatted(Code.literal(it.property()), codec),
        variable,
        "«JsonShapes».write(generator, %s, %s, value.%s());"
            .formatted(json(it), codec, it.property()));
  }

  private String changes(String method) {
    String sets =
        plain.stream()
            .map(
                it -> "\n      .%s(%s.%s, %s)".formatted(method, columns, it.name(), it.property()))
            .collect(Collectors.joining());
    return """
        /// The same, in the form in which it is stored.
        public «ChangeSet» toChanges() {
          return «ChangeSet».builder(%s.MODEL)%s
              .build();
        }"""
        .formatted(columns, sets);
  }

  /// What a client sees of a row.
  Source response() {
    TypeName name = entity.record().beside("Response");
    String parameters =
        entity.components().stream()
            .map(it -> seenType(it) + " " + it.property())
            .collect(Collectors.joining(",\n    "));
    var properties = entity.components().stream().map(this::seen).toList();
    var redacted =
        new Property(
            "redacted",
            "«java.util.Set»<String> redacted_ = «java.util.Set».of();",
            "«JsonShapes».redacted(parser)",
            "",
            "");
    return source(
        name,
        "What is seen of a [%s].".formatted(entity.name()),
        parameters,
        hiddenNames() + "\n\n" + of(name),
        CodecTemplate.methods(name.simple(), properties, List.of(redacted), writeRedacted()));
  }

  private static boolean isId(Component component) {
    return component.role().equals("ID");
  }

  private List<Component> maskable() {
    return entity.components().stream().filter(it -> !isId(it)).toList();
  }

  private static String seenType(Component it) {
    return isId(it) ? it.type().java() : "«Visible»<" + it.type().wire() + ">";
  }

  private Property seen(Component it) {
    String name = Code.literal(it.property());
    String codec = it.codec(columns);
    if (isId(it)) {
      return CodecTemplate.plain(it.property(), it.type().wire(), codec, json(it), false);
    }
    String variable = CodecTemplate.variable(it.property());
    return new Property(
        it.property(),
        "@«Nullable» «Visible»<%s> %s = null;".formatted(it.type().wire(), variable),
        "«JsonShapes».visible(parser, %s, %s)".formatted(name, codec),
        "«JsonShapes».shown(%s, %s, redacted_)".formatted(name, variable),
        "«JsonShapes».write(generator, %s, %s, value.%s());"
            .formatted(json(it), codec, it.property()));
  }

  private String hiddenNames() {
    return "private static final «List»<«SerializedString»> NAMES =\n    «List».of("
        + maskable().stream().map(it -> "\n        " + json(it)).collect(Collectors.joining(","))
        + ");";
  }

  private String writeRedacted() {
    return "«JsonShapes».redacted(\n    generator,\n    NAMES"
        + maskable().stream()
            .map(it -> ",\n    value." + it.property() + "()")
            .collect(Collectors.joining())
        + ");";
  }

  private String of(TypeName name) {
    var arguments = new ArrayList<String>();
    for (Component it : entity.components()) {
      int position = arguments.size();
      arguments.add(
          isId(it)
              ? "row.uuid(" + position + ")"
              : "row.visible(%d, at -> %s)".formatted(position, it.readWire(columns, "row", "at")));
    }
    return """
        /// What is seen of a row that was fetched by `Selection.all`.
        public static %1$s of(«Fetched» row) {
          return new %1$s(
        %2$s);
        }"""
        .formatted(name.simple(), Code.indent(6, String.join(",\n", arguments)));
  }

  private String json(Component component) {
    return "%s.%s.json()".formatted(columns, component.name());
  }

  private static Source source(
      TypeName name, String doc, String parameters, String members, String codec) {
    String spaced = parameters.isEmpty() ? "" : "\n    " + parameters;
    String body =
        """
        /// %1$s
        @«Generated»("dev.ashlar.processor.AshlarProcessor")
        @SuppressWarnings({"deprecation", "removal"})
        public record %2$s(%3$s) {
          /// Reads and writes it as JSON.
          public static final «JsonCodec»<%2$s> JSON = new Codec();

        %4$s

          private static final class Codec implements «JsonCodec»<%2$s> {
        %5$s
          }
        }
        """
            .formatted(doc, name.simple(), spaced, Code.indent(2, members), Code.indent(4, codec));
    return new Source(name.packageName(), name.simple(), body);
  }
}
