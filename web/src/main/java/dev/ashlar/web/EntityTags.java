package dev.ashlar.web;

/// Compares entity tags as `If-None-Match` and `If-Match` list them.
public final class EntityTags {
  private EntityTags() {}

  /// Whether a tag is among those listed, or the list is `*`; weak and strong tags of the same text
  /// are the same here, as `If-None-Match` wants it.
  ///
  /// @param list the value of the header
  /// @param tag a tag with its quotes
  public static boolean listsWeakly(String list, String tag) {
    return lists(list, tag, true);
  }

  /// Whether a tag is among those listed, or the list is `*`; a weak tag is the same as none, as
  /// `If-Match` wants it.
  public static boolean listsStrongly(String list, String tag) {
    return !tag.startsWith("W/") && lists(list, tag, false);
  }

  private static boolean lists(String list, String tag, boolean weakly) {
    if (list.strip().equals("*")) {
      return true;
    }
    String wanted = weakly ? opaque(tag) : tag;
    int at = 0;
    while (at < list.length()) {
      int open = list.indexOf('"', at);
      int close = open < 0 ? -1 : list.indexOf('"', open + 1);
      if (close < 0) {
        return false;
      }
      int start = !weakly && open >= 2 && list.startsWith("W/", open - 2) ? open - 2 : open;
      if (list.substring(start, close + 1).equals(wanted)) {
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
