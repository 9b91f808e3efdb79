package dev.ashlar.processor;

import dev.ashlar.processor.JsonReader.Nested;
import dev.ashlar.processor.JsonReader.Property;
import dev.ashlar.processor.JsonReader.Shape;
import java.util.ArrayList;
import java.util.List;

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
        @SuppressWarnings({"deprecation", "removal"})
        public final class %2$s implements «JsonCodec»<%1$s> {
          /// The codec, which has no state.
          public static final «JsonCodec»<%1$s> CODEC = new %2$s();

        %3$s

          private %2$s() {}

        %4$s
        }
        """
            .formatted(
                nested.name().ref(),
                name.simple(),
                Code.indent(2, constants()),
                Code.indent(2, methods()));
    return new Source(name.packageName(), name.simple(), body);
  }

  private String methods() {
    var properties =
        nested.properties().stream()
            .map(
                property ->
                    CodecTemplate.plain(
                        property.name(),
                        property.shape().java(),
                        codec(property),
                        nameConstant(property),
                        property.nullable()))
            .toList();
    return CodecTemplate.methods(nested.name().ref(), properties, List.of(), "");
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
