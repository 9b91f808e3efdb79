package dev.ashlar.data.migration;

import dev.ashlar.model.value.ValueType.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which types can become which others with their values kept. What can be done can be undone.
final class Conversion {
  /// How wide numbers are: a wider one holds every value of a narrower one.
  private static final Map<Kind, Integer> WIDTH =
      Map.of(Kind.INT, 1, Kind.LONG, 2, Kind.INTEGER, 3, Kind.DECIMAL, 4);

  private static final Set<Kind> WHOLE = Set.of(Kind.INT, Kind.LONG);

  /// Kept the same way by every database; an enum's names are held by a check.
  private static final Set<Kind> TEXT = Set.of(Kind.STRING, Kind.ENUM);

  private Conversion() {}

  static boolean possible(Kind from, Kind to) {
    return stored(from, to)
        || (WIDTH.containsKey(from) && WIDTH.containsKey(to))
        || pair(from, to, WHOLE, Set.of(Kind.DOUBLE))
        || pair(from, to, WHOLE, Set.of(Kind.STRING));
  }

  /// Whether the values stay as they are.
  static boolean stored(Kind from, Kind to) {
    return from == to || (TEXT.contains(from) && TEXT.contains(to));
  }

  private static boolean pair(Kind from, Kind to, Set<Kind> ones, Set<Kind> others) {
    return (ones.contains(from) && others.contains(to))
        || (ones.contains(to) && others.contains(from));
  }

  /// Why a value may be refused or what it may lose; empty when every value is kept.
  static Optional<String> trouble(Kind from, Kind to) {
    if (wider(from, to) || to == Kind.STRING || (from == Kind.INT && to == Kind.DOUBLE)) {
      return Optional.empty();
    }
    if (loses(from, to)) {
      return Optional.of("numbers beyond 2^53 lose digits");
    }
    return Optional.of(
        from == Kind.STRING
            ? "texts that are not whole numbers are refused"
            : "fractions, and numbers that are too large, are refused");
  }

  /// Whether a value may change without a word.
  static boolean loses(Kind from, Kind to) {
    return from == Kind.LONG && to == Kind.DOUBLE;
  }

  private static boolean wider(Kind from, Kind to) {
    Integer least = WIDTH.get(from);
    Integer most = WIDTH.get(to);
    return least != null && most != null && least <= most;
  }
}
