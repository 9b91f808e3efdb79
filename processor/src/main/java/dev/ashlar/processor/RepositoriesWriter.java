package dev.ashlar.processor;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.util.Elements;

/// Writes `Repositories_`: what hands the repositories of a compilation's entities to whoever asks
/// for them, where the container and the runtime are on the class path.
final class RepositoriesWriter {
  private static final List<String> NEEDED =
      List.of("io.avaje.inject.Factory", "dev.ashlar.runtime.Repositories");

  private RepositoriesWriter() {}

  static boolean wanted(Elements elements) {
    return NEEDED.stream().allMatch(type -> elements.getTypeElement(type) != null);
  }

  static Source source(Collection<TypeName> entities) {
    var names = new HashSet<String>();
    String beans =
        entities.stream()
            .sorted(Comparator.comparing(TypeName::ref))
            .map(entity -> beans(entity, free(names, entity)))
            .collect(Collectors.joining("\n"));
    String body =
        """
        /// Hands out the repositories of the entities that were compiled together.
        @«Generated»("dev.ashlar.processor.AshlarProcessor")
        @«io.avaje.inject.Factory»
        final class Repositories_ {
          private final «dev.ashlar.runtime.Repositories» repositories;

          Repositories_(@«io.avaje.inject.External» «dev.ashlar.runtime.Repositories» repositories) {
            this.repositories = repositories;
          }

          /// The application's own take its place where it is put together.
          @«io.avaje.inject.Bean»
          «dev.ashlar.runtime.Transactions» transactions() {
            return repositories.transactions();
          }

        %s
        }
        """
            .formatted(Code.indent(2, beans.stripTrailing()));
    return new Source(ModelsWriter.commonPackage(entities), "Repositories_", body);
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
