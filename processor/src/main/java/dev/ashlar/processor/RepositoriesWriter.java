package dev.ashlar.processor;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.util.Elements;

/// Writes `Repositories_`: what hands the repositories of a compilation's entities to whoever asks
/// for them, where the container and the runtime are on the class path.
///
/// The container's processor settles what it wires in the first round that brings it no new bean.
/// So a factory is written in the very round that has its entities: a list that waited for all of
/// them would come too late. Entities that another processor makes have factories of their own.
final class RepositoriesWriter {
  private static final List<String> NEEDED =
      List.of("io.avaje.inject.Factory", "dev.ashlar.runtime.Repositories");

  private RepositoriesWriter() {}

  static boolean wanted(Elements elements) {
    return NEEDED.stream().allMatch(type -> elements.getTypeElement(type) != null);
  }

  /// The factory of the first entities, and of what there is once for all.
  static Source first(Collection<TypeName> entities) {
    var names = new HashSet<String>();
    String transactions =
        """
        /// The application's own take its place where it is put together.
        @«io.avaje.inject.Bean»
        «dev.ashlar.runtime.Transactions» transactions() {
          return repositories.transactions();
        }

        """;
    String beans =
        entities.stream()
            .sorted(Comparator.comparing(TypeName::ref))
            .map(entity -> beans(entity, free(names, entity)))
            .collect(Collectors.joining("\n", transactions, ""));
    return factory(ModelsWriter.commonPackage(entities), "Repositories_", beans);
  }

  /// The factory of an entity that came after the first ones.
  static Source further(TypeName entity) {
    return factory(
        entity.packageName(),
        entity.beside("Repositories_").simple(),
        beans(entity, free(new HashSet<>(), entity)));
  }

  private static Source factory(String packageName, String name, String beans) {
    String body =
        """
        /// Hands out repositories of entities that were compiled here.
        @«Generated»("dev.ashlar.processor.AshlarProcessor")
        @«io.avaje.inject.Factory»
        final class %1$s {
          private final «dev.ashlar.runtime.Repositories» repositories;

          %1$s(@«io.avaje.inject.External» «dev.ashlar.runtime.Repositories» repositories) {
            this.repositories = repositories;
          }

        %2$s
        }
        """
            .formatted(name, Code.indent(2, beans.stripTrailing()));
    return new Source(packageName, name, body);
  }

  private static String beans(TypeName entity, String name) {
    return """
        @«io.avaje.inject.Bean»
        «dev.ashlar.runtime.Repository»<%1$s> %2$s() {
          return repositories.of(%3$s.MODEL);
        }

        @«io.avaje.inject.Bean»
        «dev.ashlar.runtime.ReadOnlyRepository»<%1$s> %2$sReadOnly() {
          return repositories.of(%3$s.MODEL);
        }
        """
        .formatted(entity.ref(), name, entity.beside("_").ref());
  }

  /// Records of two packages may have one simple name.
  private static String free(Collection<String> taken, TypeName entity) {
    String simple = entity.simple();
    String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1) + "s";
    int further = 2;
    String free = name;
    while (!taken.add(free)) {
      free = name + further++;
    }
    return free;
  }
}
