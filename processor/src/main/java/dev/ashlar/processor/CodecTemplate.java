package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The two methods of a codec for an object with known properties.
final class CodecTemplate {
  /// What the codec does with one property; each part is a template.
  ///
  /// @param name the property's name
  /// @param declare declares the local variable that holds what was read
  /// @param read the expression that reads it
  /// @param argument what is given to the constructor
  /// @param write the statement that writes it
  record Property(String name, String declare, String read, String argument, String write) {}

  private CodecTemplate() {}

  /// The local variable of a property: no component's name ends so, and no other variable's.
  static String variable(String property) {
    return property + "_";
  }

  /// A property that is an object when it is there.
  static Property plain(
      String name, String boxed, String codec, String nameConstant, boolean nullable) {
    String variable = variable(name);
    String literal = Code.literal(name);
    return new Property(
        name,
        "@«Nullable» %s %s = null;".formatted(boxed, variable),
        "«JsonCodecs».property(parser, %s, %s)".formatted(literal, codec),
        nullable ? variable : "«JsonCodecs».required(%s, %s)".formatted(literal, variable),
        "«JsonCodecs».write(generator, %s, %s, value.%s());".formatted(nameConstant, codec, name));
  }

  /// The methods `read` and `write`.
  ///
  /// @param record the record that is read and written
  /// @param properties its components, in their order
  /// @param extra what is read beside the components: a property without a write
  /// @param last the statement after the last property is written, or nothing
  static String methods(
      String record, List<Property> properties, List<Property> extra, String last) {
    var all = new ArrayList<>(properties);
    all.addAll(extra);
    String reads = lines(all, CodecTemplate::readCase);
    String known =
        all.stream().map(it -> ", " + Code.literal(it.name())).collect(Collectors.joining());
    return """
        @Override
        public %1$s read(«JsonParser» parser) throws «IOException» {
          «JsonCodecs».object(parser);
        %2$s
          while (parser.nextToken() != «JsonToken».END_OBJECT) {
            String property = parser.currentName();
            parser.nextToken();
            switch (property) {
        %3$s
              default -> throw «JsonCodecs».unknown(property%4$s);
            }
          }
          return new %1$s(
        %5$s);
        }

        @Override
        public void write(«JsonGenerator» generator, %1$s value) throws «IOException» {
          generator.writeStartObject();
        %6$s
          generator.writeEndObject();
        }"""
        .formatted(
            record,
            Code.indent(2, lines(all, Property::declare)),
            Code.indent(6, reads),
            known,
            Code.indent(
                6, properties.stream().map(Property::argument).collect(Collectors.joining(",\n"))),
            Code.indent(2, (lines(properties, Property::write) + "\n" + last).strip()));
  }

  private static String readCase(Property property) {
    return "case %s -> %s = %s;"
        .formatted(Code.literal(property.name()), variable(property.name()), property.read());
  }

  private static String lines(List<Property> properties, Function<Property, String> line) {
    return properties.stream().map(line).collect(Collectors.joining("\n"));
  }
}
