package dev.ashlar.runtime.access;

import java.util.regex.Pattern;

/// A permission such as `tasks:read`; `*` stands for a whole part, and alone for everything.
///
/// @param text the permission as it is written in roles and policies
public record Permission(String text) {
  private static final Pattern FORM = Pattern.compile("\\*|[a-z0-9_.-]+:(\\*|[a-z0-9_.-]+)");

  public Permission {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a permission; write \"area:verb\" in small letters, such as \"tasks:read\", \"tasks:*\", or \"*\"."
              .formatted(text));
    }
  }

  /// Whether holding this permission is holding the other.
  public boolean covers(Permission other) {
    if (text.equals("*") || text.equals(other.text)) {
      return true;
    }
    return text.endsWith(":*") && other.text.startsWith(text.substring(0, text.length() - 1));
  }
}
