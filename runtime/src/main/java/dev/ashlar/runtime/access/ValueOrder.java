package dev.ashlar.runtime.access;

import dev.ashlar.model.value.ValueType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/// The order of stored values, alike on every database (see the table of value semantics in the
/// docs).
public final class ValueOrder {
  private static final Comparator<UUID> UNSIGNED =
      Comparator.<UUID, Long>comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private ValueOrder() {}

  /// Less than, equal to or greater than zero, as the first value is to the second.
  @SuppressWarnings("unchecked")
  public static int compare(ValueType type, Object left, Object right) {
    return switch (type.kind()) {
      case UUID -> UNSIGNED.compare((UUID) left, (UUID) right);
      case STRING, ENUM, JSON -> codePoints((String) left, (String) right);
      case BYTES -> Arrays.compareUnsigned((byte[]) left, (byte[]) right);
      case DECIMAL -> ((BigDecimal) left).compareTo((BigDecimal) right);
      case BOOLEAN, INT, LONG, DOUBLE, INTEGER, INSTANT, DATE, TIME, DATE_TIME, DURATION ->
          ((Comparable<Object>) left).compareTo(right);
    };
  }

  /// By code point, as UTF-8 sorts, rather than by the halves of surrogate pairs.
  private static int codePoints(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
        return pairs ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /// The letters A to Z as a to z, and nothing else changed.
  static String lower(String text) {
    var lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      lower.append(letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter);
    }
    return lower.toString();
  }
}
