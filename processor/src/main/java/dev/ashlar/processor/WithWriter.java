package dev.ashlar.processor;

import java.util.stream.Collectors;

/// Writes `TaskWith`: a method for each component that gives the record with another value.
final class WithWriter {
  private WithWriter() {}

  static Source source(Entity entity) {
    TypeName name = entity.record().beside("With");
    String methods =
        entity.components().stream()
            .map(component -> method(entity, component))
            .collect(Collectors.joining("\n\n"));
    String accessors =
        entity.components().stream()
            .map(component -> "%s %s();".formatted(declared(component), component.name()))
            .collect(Collectors.joining("\n\n"));
    String body =
        """
        /// Gives [%1$s] with one component replaced.
        @«Generated»("dev.ashlar.processor.AshlarProcessor")
        @SuppressWarnings({"deprecation", "removal"})
        public interface %2$s {
        %3$s

        %4$s
        }
        """
            .formatted(
                entity.name(), name.simple(), Code.indent(2, accessors), Code.indent(2, methods));
    return new Source(name.packageName(), name.simple(), body);
  }

  /// The interface without a method, for a record that could not be read.
  static Source shell(TypeName record) {
    TypeName name = record.beside("With");
    return new Source(
        name.packageName(), name.simple(), "public interface %s {}\n".formatted(name.simple()));
  }

  private static String method(Entity entity, Component replaced) {
    String arguments =
        entity.components().stream()
            .map(component -> component.name() + (component.equals(replaced) ? "" : "()"))
            .collect(Collectors.joining(", "));
    return """
        /// The same with another `%1$s`.
        default %2$s with%3$s(%4$s %1$s) {
          return new %2$s(%5$s);
        }"""
        .formatted(
            replaced.name(),
            entity.record().ref(),
            Naming.capital(replaced.name()),
            declared(replaced),
            arguments);
  }

  private static String declared(Component component) {
    String java = component.type().java();
    return component.nullable() ? Code.nullable(java) : java;
  }
}
