package dev.ashlar.web.server;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// Names the requests of one event loop; not for use by several threads.
final class RequestIds {
  private static final int MAX_LENGTH = 64;

  private final String prefix;
  private long next;

  RequestIds(SecureRandom random) {
    prefix = Long.toString(random.nextLong() >>> 14, 36) + "-";
  }

  String next() {
    return prefix + Long.toString(next++, 36);
  }

  /// Whether a name given by the client can go into logs and headers as it is.
  static boolean isSane(@Nullable String id) {
    if (id == null || id.isEmpty() || id.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (!isTokenCharacter(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
