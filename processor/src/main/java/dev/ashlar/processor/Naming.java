package dev.ashlar.processor;

import java.util.Locale;
import java.util.Map;

/// Derives names: of columns, of tables, of constants.
final class Naming {
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "person", "people",
          "child", "children",
          "man", "men",
          "woman", "women",
          "series", "series",
          "species", "species",
          "news", "news",
          "equipment", "equipment",
          "information", "information",
          "metadata", "metadata");

  private Naming() {}

  /// `createdAt` gives `created_at`, `homeURLPath` gives `home_url_path`.
  static String snake(String name) {
    var out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && startsWord(name, i)) {
        out.append('_');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  private static boolean startsWord(String name, int at) {
    char before = name.charAt(at - 1);
    if (before == '_') {
      return false;
    }
    boolean lowerFollows = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return !Character.isUpperCase(before) || lowerFollows;
  }

  /// `Task` gives `tasks`, `TaskCategory` gives `task_categories`.
  static String plural(String recordName) {
    String name = snake(recordName);
    int word = name.lastIndexOf('_') + 1;
    return name.substring(0, word) + pluralOfWord(name.substring(word));
  }

  private static String pluralOfWord(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.endsWith("y") && word.length() > 1 && !isVowel(word.charAt(word.length() - 2))) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    if (word.matches(".*(s|x|z|ch|sh)")) {
      return word + "es";
    }
    return word + "s";
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  /// `title` gives `Title`.
  static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /// `shipTo` gives `SHIP_TO`.
  static String constant(String name) {
    return snake(name).toUpperCase(Locale.ROOT);
  }
}
