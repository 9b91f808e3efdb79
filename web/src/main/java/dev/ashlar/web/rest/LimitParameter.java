package dev.ashlar.web.rest;

import dev.ashlar.model.value.Values;

/// Reads `limit`: a whole number from 1.
final class LimitParameter {
  private static final int MOST_DIGITS = 9;

  private LimitParameter() {}

  /// The number; 1 where it is faulty, which is noted.
  static int read(String pointer, String text, int most, Parsing parsing) {
    int value = number(text);
    if (value < 1 || value > most) {
      parsing.fault(
          pointer,
          "invalid_value",
          "Expected a whole number from 1 to %d, found %s.".formatted(most, Values.shown(text)));
      return 1;
    }
    return value;
  }

  /// The number that a text of digits is; -1 for any other text.
  static int number(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
