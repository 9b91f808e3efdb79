package dev.ashlar.data.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Names that are derived, the same on every machine and in every run.
final class Names {
  /// The most bytes PostgreSQL keeps of a name.
  static final int LONGEST = 63;

  private static final int HASH_DIGITS = 8;

  private Names() {}

  static String primaryKey(String table) {
    return fit(table + "_pk");
  }

  static String foreignKey(String table, String column) {
    return fit(table + "_" + column + "_fk");
  }

  static String unique(String table, List<String> columns) {
    return fit(table + "_" + String.join("_", columns) + "_unique");
  }

  static String index(String table, List<String> columns) {
    return fit(table + "_" + String.join("_", columns) + "_index");
  }

  static String check(String table, String column, String rule) {
    return fit(table + "_" + column + "_check_" + rule);
  }

  /// PostgreSQL's index on the generated column `search`.
  static String searchIndex(String table) {
    return fit(table + "_search_index");
  }

  /// SQLite's full-text table.
  static String searchTable(String table) {
    return table + "_search";
  }

  /// A name as an identifier: always quoted, so that no word of SQL is in the way.
  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A text as a literal.
  static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /// A name that is too long keeps its beginning, and ends in a hash of the whole.
  static String fit(String name) {
    if (bytes(name) <= LONGEST) {
      return name;
    }
    int end = name.length();
    while (bytes(name.substring(0, end)) > LONGEST - HASH_DIGITS - 1) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + "_" + sha256(name).substring(0, HASH_DIGITS);
  }

  static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
