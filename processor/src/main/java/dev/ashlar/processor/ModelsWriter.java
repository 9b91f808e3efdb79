package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Writes `Models_`: all models of a compilation.
final class ModelsWriter {
  private ModelsWriter() {}

  static Source source(Collection<TypeName> entities, Collection<TypeName> views) {
    var both = new ArrayList<>(entities);
    both.addAll(views);
    String body =
        """
        /// The models of the records that were compiled together.
        @«Generated»("dev.ashlar.processor.AshlarProcessor")
        @SuppressWarnings({"deprecation", "removal"})
        public final class Models_ {
          private Models_() {}

          /// The entities.
          public static «List»<«EntityModel»<?>> all() {
            return «List».of(%s);
          }

          /// The views.
          public static «List»<«ViewModel»<?>> views() {
            return «List».of(%s);
          }
        }
        """
            .formatted(models(entities), models(views));
    return new Source(commonPackage(both), "Models_", body);
  }

  private static String models(Collection<TypeName> records) {
    return records.stream()
        .sorted(Comparator.comparing(TypeName::ref))
        .map(record -> record.beside("_").ref() + ".MODEL")
        .collect(Collectors.joining(", "));
  }

  /// The longest package that all of them are in or below.
  static String commonPackage(Collection<TypeName> records) {
    List<String> common = List.of();
    boolean first = true;
    for (TypeName record : records) {
      List<String> parts = List.of(record.packageName().split("\\.", -1));
      common = first ? parts : prefix(common, parts);
      first = false;
    }
    return String.join(".", common);
  }

  private static List<String> prefix(List<String> one, List<String> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return one.subList(0, same);
  }
}
