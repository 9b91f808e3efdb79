package dev.ashlar.data.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// SQL cut into words, and a script into statements: semicolons within texts, names, comments,
/// dollar quotes and the bodies of triggers and functions end nothing.
final class SqlText {
  private static final Set<String> ROUTINES = Set.of("TRIGGER", "FUNCTION", "PROCEDURE");

  private final String text;
  private int at;

  private SqlText(String text) {
    this.text = text;
  }

  /// A word of SQL: a keyword, name, text, number or sign, as it is written.
  ///
  /// @param start where it begins
  /// @param end where the next thing begins
  record Word(String text, int start, int end) {
    boolean is(String keyword) {
      return text.equalsIgnoreCase(keyword);
    }
  }

  /// The words, without comments and white space.
  static List<Word> words(String sql) {
    var reader = new SqlText(sql);
    var words = new ArrayList<Word>();
    for (reader.skip(); reader.at < sql.length(); reader.skip()) {
      int start = reader.at;
      reader.word();
      words.add(new Word(sql.substring(start, reader.at), start, reader.at));
    }
    return words;
  }

  /// The words with one space between them: equal for SQL that differs in white space and comments
  /// only.
  static String plain(String sql) {
    return String.join(" ", words(sql).stream().map(Word::text).toList());
  }

  /// The statements of a script without their semicolons; comments stay with the statement they
  /// stand before.
  static List<String> statements(String script) {
    var statements = new ArrayList<String>();
    var current = new ArrayList<Word>();
    int start = 0;
    int depth = 0;
    for (Word word : words(script)) {
      if (word.is(";") && depth == 0) {
        add(statements, current, script.substring(start, word.start()));
        start = word.end();
        current.clear();
        continue;
      }
      depth = depth(depth, current, word);
      current.add(word);
    }
    add(statements, current, script.substring(start));
    return statements;
  }

  private static void add(List<String> statements, List<Word> words, String text) {
    if (!words.isEmpty()) {
      statements.add(text.strip());
    }
  }

  /// How deep within parentheses and bodies the next word is.
  private static int depth(int depth, List<Word> before, Word word) {
    if (word.is("(")) {
      return depth + 1;
    }
    if (word.is(")")) {
      return Math.max(0, depth - 1);
    }
    if (!isRoutine(before)) {
      return depth;
    }
    boolean opens =
        (word.is("BEGIN") && depth == 0 && beginsBody(before)) || (depth > 0 && word.is("CASE"));
    if (opens) {
      return depth + 1;
    }
    return depth > 0 && word.is("END") ? depth - 1 : depth;
  }

  /// A trigger's BEGIN, as SQLite writes bodies, or a function's BEGIN ATOMIC, as PostgreSQL does.
  private static boolean beginsBody(List<Word> before) {
    return !before.getLast().is(".") && !before.getLast().is("AS");
  }

  private static boolean isRoutine(List<Word> words) {
    if (words.isEmpty() || !words.getFirst().is("CREATE")) {
      return false;
    }
    return words.stream()
        .limit(5)
        .anyMatch(word -> ROUTINES.contains(word.text().toUpperCase(Locale.ROOT)));
  }

  // ---- reading ----

  private void skip() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("--", at)) {
        at = after("\n", at);
      } else if (text.startsWith("/*", at)) {
        blockComment();
      } else {
        return;
      }
    }
  }

  /// PostgreSQL's nest; in one that does not, there is nothing to nest.
  private void blockComment() {
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
  }

  private void word() {
    char c = text.charAt(at);
    switch (c) {
      case '\'' -> quoted('\'', isEscaped());
      case '"', '`' -> quoted(c, false);
      case '$' -> dollar();
      default -> {
        if (Character.isJavaIdentifierPart(c)) {
          at++;
          while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
          }
        } else {
          at++;
        }
      }
    }
  }

  /// PostgreSQL's E'…', in which a backslash takes the next character.
  private boolean isEscaped() {
    boolean marked = at > 0 && "eE".indexOf(text.charAt(at - 1)) >= 0;
    return marked && (at < 2 || !Character.isJavaIdentifierPart(text.charAt(at - 2)));
  }

  private void quoted(char quote, boolean escapes) {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (escapes && c == '\\') {
        at = Math.min(at + 1, text.length());
      } else if (c == quote) {
        if (at < text.length() && text.charAt(at) == quote) {
          at++;
        } else {
          return;
        }
      }
    }
  }

  /// `$$…$$` and `$tag$…$tag$`, or the place of a parameter.
  private void dollar() {
    int end = at + 1;
    while (end < text.length() && isTag(text.charAt(end), end == at + 1)) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '$') {
      String tag = text.substring(at, end + 1);
      at = after(tag, end + 1);
    } else {
      at = end;
    }
  }

  private static boolean isTag(char c, boolean first) {
    return c == '_' || Character.isLetter(c) || (!first && Character.isDigit(c));
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
