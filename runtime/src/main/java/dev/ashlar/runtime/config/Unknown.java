package dev.ashlar.runtime.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds names that are meant as settings and are none, and what they may have been meant as.
final class Unknown {
  private static final int FAR = 4;

  private Unknown() {}

  static void names(ConfigSource source, Collection<ConfigKey> known, List<String> faults) {
    for (String name : source.unknown(known)) {
      String mend =
          nearest(name, known)
              .map(near -> "Did you mean " + near + "?")
              .orElse("Remove it; `config` lists the settings there are.");
      faults.add("%s: no such setting (%s). %s".formatted(name, source.place(), mend));
    }
  }

  private static Optional<String> nearest(String name, Collection<ConfigKey> known) {
    return known.stream()
        .flatMap(key -> Stream.concat(Stream.of(key.name()), key.variables().stream()))
        .filter(other -> isVariable(other) == isVariable(name) && distance(name, other) < FAR)
        .min(Comparator.comparingInt(other -> distance(name, other)));
  }

  private static boolean isVariable(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }

  /// How many letters must be put in, left out or changed to make one name of the other.
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
