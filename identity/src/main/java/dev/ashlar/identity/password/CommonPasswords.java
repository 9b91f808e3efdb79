package dev.ashlar.identity.password;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The passwords that are guessed first: a short list, and what people make of it to please a rule.
final class CommonPasswords {
  private static final String LIST = "common-passwords.txt";
  private static final Set<String> WORDS = read();

  /// Longer rows hold every run along a keyboard or an alphabet, in both directions.
  private static final String ROWS =
      "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiopasdfghjklzxcvbnm"
          + " qwertyuiop[] asdfghjkl;' zxcvbnm,./ qwertzuiop azertyuiop 1q2w3e4r5t6y7u8i9o0p"
          + " 1qaz2wsx3edc4rfv5tgb6yhn qazwsxedcrfvtgbyhnujmikolp";

  private static final String ROWS_BACK = new StringBuilder(ROWS).reverse().toString();

  /// More digits and signs than these around a word are a secret of their own.
  private static final int MAX_PADDING = 6;

  private CommonPasswords() {}

  /// Whether a password is common as it stands, without what is often put around it
  /// (`Password2024!`), with letters for the signs that often replace them (`p@ssw0rd`), or is one
  /// piece repeated or a run along the keyboard.
  static boolean contains(String password) {
    var plain = password.toLowerCase(Locale.ROOT).strip();
    return plain.isEmpty()
        || isCommon(plain)
        || isRepeated(plain)
        || ROWS.contains(plain)
        || ROWS_BACK.contains(plain);
  }

  private static boolean isCommon(String plain) {
    return WORDS.contains(plain)
        || WORDS.contains(core(plain))
        || WORDS.contains(core(spell(plain)));
  }

  /// Whether one character, or a common password, makes it by being repeated.
  private static boolean isRepeated(String plain) {
    int period = (plain + plain).indexOf(plain, 1);
    return period == 1 || isCommon(plain.substring(0, period));
  }

  private static String core(String plain) {
    int start = 0;
    int end = plain.length();
    while (end > start && !Character.isLetter(plain.charAt(end - 1))) {
      end--;
    }
    while (start < end && !Character.isLetter(plain.charAt(start))) {
      start++;
    }
    boolean isMostlyPadding = plain.length() - (end - start) > MAX_PADDING;
    return isMostlyPadding ? plain : plain.substring(start, end);
  }

  private static String spell(String plain) {
    var spelt = new StringBuilder(plain);
    for (int i = 0; i < spelt.length(); i++) {
      spelt.setCharAt(
          i,
          switch (spelt.charAt(i)) {
            case '@', '4' -> 'a';
            case '0' -> 'o';
            case '1', '!' -> 'i';
            case '3' -> 'e';
            case '$', '5' -> 's';
            case '7' -> 't';
            default -> spelt.charAt(i);
          });
    }
    return spelt.toString();
  }

  private static Set<String> read() {
    var stream = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST);
    try (var lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException("cannot read the list " + LIST, e.getCause());
    }
  }
}
