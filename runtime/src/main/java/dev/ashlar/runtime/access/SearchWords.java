package dev.ashlar.runtime.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits a text into the words that a search looks for: runs of letters and digits, in small
/// letters.
public final class SearchWords {
  private SearchWords() {}

  /// The words of a text, in their order.
  public static List<String> of(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isLetterOrDigit(point)) {
                word.appendCodePoint(point);
              } else {
                end(word, words);
              }
            });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
