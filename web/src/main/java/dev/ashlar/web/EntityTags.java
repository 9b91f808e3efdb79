package dev.ashlar.web;

/// Compares entity tags as `If-None-Match` lists them.
public final class EntityTags {
  private EntityTags() {}

  /// Whether a tag is among those listed, or the list is `*`; weak and strong tags of the same text
  /// are the same here.
  ///
  /// @param list the value of the header
  /// @param tag a tag with its quotes
  public static boolean listsWeakly(String list, String tag) {
    if (list.strip().equals("*")) {
      return true;
    }
    String wanted = opaque(tag);
    int at = 0;
    while (at < list.length()) {
      int open = list.indexOf('"', at);
      int close = open < 0 ? -1 : list.indexOf('"', open + 1);
      if (close < 0) {
        return false;
      }
      if (list.substring(open, close + 1).equals(wanted)) {
        return true;
      }
      at = close + 1;
    }
    return false;
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
