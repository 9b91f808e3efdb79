package dev.ashlar.processor;

import dev.ashlar.processor.JsonReader.Nested;
import dev.ashlar.processor.JsonReader.Property;
import dev.ashlar.processor.JsonReader.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes `AddressJson`: reads and writes a nested record token by token.
final class JsonWriter {
  private final Nested nested;

  JsonWriter(Nested nested) {
    this.nested = nested;
  }

  /// The class that reads and writes a nested record: `Address` has `AddressJson`.
  static TypeName codec(TypeName record) {
    return new TypeName(record.packageName(), record.nested().replace("$", "") + "Json");
  }

  Source source() {
    TypeName name = codec(nested.name());
    String body =
        """
        /// Reads and writes [%1$s] as JSON.
        @«Generated»("dev.ashlar.processor.AshlarProcessor")
        public final class %2$s implements «JsonCodec»<%1$s> {
          /// The codec, which has no state.
          public static final «JsonCodec»<%1$s> CODEC = new %2$s();

        %3$s

          private %2$s() {}

          @Override
          public %1$s read(«JsonParser» parser) throws «IOException» {
            «JsonCodecs».object(parser);
        %4$s
            while (parser.nextToken() != «JsonToken».END_OBJECT) {
              String property = parser.currentName();
              parser.nextToken();
              switch (property) {
        %5$s
                default -> throw «JsonCodecs».unknown(property%6$s);
              }
            }
            return new %1$s(
        %7$s);
          }

          @Override
          public void write(«JsonGenerator» generator, %1$s value) throws «IOException» {
            generator.writeStartObject();
        %8$s
            generator.writeEndObject();
          }
        }
        """
            .formatted(
                nested.name().ref(),
                name.simple(),
                Code.indent(2, constants()),
                each("    @«Nullable» %2$s %1$s_ = null;"),
                each("        case %3$s -> %1$s_ = «JsonCodecs».property(parser, %3$s, %4$s);"),
                known(),
                arguments(),
                each("    «JsonCodecs».write(generator, %5$s, %4$s, value.%1$s());"));
    return new Source(name.packageName(), name.simple(), body);
  }

  /// One line for each component.
  private String each(String template) {
    return lines(
        property ->
            template.formatted(
                property.name(),
                property.shape().java(),
                Code.literal(property.name()),
                codec(property),
                nameConstant(property)));
  }

  private String lines(Function<Property, String> line) {
    return nested.properties().stream().map(line).collect(Collectors.joining("\n"));
  }

  private String known() {
    return nested.properties().stream()
        .map(property -> ", " + Code.literal(property.name()))
        .collect(Collectors.joining());
  }

  private String arguments() {
    return nested.properties().stream()
        .map(
            property ->
                property.nullable()
                    ? property.name() + "_"
                    : "«JsonCodecs».required(%s, %s_)"
                        .formatted(Code.literal(property.name()), property.name()))
        .collect(Collectors.joining(",\n        ", "        ", ""));
  }

  private String constants() {
    List<String> all = new ArrayList<>();
    for (Property property : nested.properties()) {
      all.add(
          "private static final «SerializedString» %s = new «SerializedString»(%s);"
              .formatted(nameConstant(property), Code.literal(property.name())));
      if (hoisted(property.shape())) {
        all.add(
            "private static final «JsonCodec»<%s> %s = %s;"
                .formatted(property.shape().java(), codec(property), property.shape().codec()));
      }
    }
    return String.join("\n", all);
  }

  private static String nameConstant(Property property) {
    return Naming.constant(property.name()) + "_NAME";
  }

  private static String codec(Property property) {
    return hoisted(property.shape())
        ? Naming.constant(property.name()) + "_CODEC"
        : property.shape().codec();
  }

  /// A codec that must be made is made once, unless it needs another generated one: records may
  /// hold each other in circles.
  private static boolean hoisted(Shape shape) {
    return shape.fixed() && shape.codec().contains("(");
  }
}
