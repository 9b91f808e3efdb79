package dev.ashlar.web.rest;

/// Writes JSON Pointers (RFC 6901).
final class Pointers {
  private static final int LONGEST = 100;

  private Pointers() {}

  /// The pointer one step further; a name longer than any of ours is cut.
  static String then(String pointer, String name) {
    String part = name;
    if (part.length() > LONGEST) {
      int end = Character.isHighSurrogate(part.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      part = part.substring(0, end) + "…";
    }
    if (part.indexOf('~') >= 0 || part.indexOf('/') >= 0) {
      part = part.replace("~", "~0").replace("/", "~1");
    }
    return pointer + "/" + part;
  }
}
