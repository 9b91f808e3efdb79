package dev.ashlar.web.rest;

import java.nio.charset.StandardCharsets;

/// How the REST surface is set.
///
/// @param basePath what the paths start with, such as `/api`
/// @param cursorSecret what cursors are signed with, at least 16 bytes in UTF-8; the same on every
///   node, and kept across restarts so that pages go on
/// @param defaultLimit rows on a page where the request does not say
/// @param maxLimit the most rows on a page
/// @param includeLimit rows of an included list, per parent, where the request does not say
/// @param maxBatch the most operations in a batch
public record RestConfig(
    String basePath,
    String cursorSecret,
    int defaultLimit,
    int maxLimit,
    int includeLimit,
    int maxBatch) {
  private static final int LEAST_SECRET = 16;

  /// `/api`, 20 rows on a page and 100 at most, 20 of an included list, 1,000 operations.
  public static RestConfig of(String cursorSecret) {
    return new RestConfig("/api", cursorSecret, 20, 100, 20, 1000);
  }

  public RestConfig {
    if (!basePath.startsWith("/") || (basePath.length() > 1 && basePath.endsWith("/"))) {
      throw new IllegalArgumentException(
          "The base path is \"%s\"; it must start with a slash and not end with one."
              .formatted(basePath));
    }
    if (cursorSecret.getBytes(StandardCharsets.UTF_8).length < LEAST_SECRET) {
      throw new IllegalArgumentException(
          "The secret for cursors has fewer than %d bytes; give it at least as many random ones."
              .formatted(LEAST_SECRET));
    }
    atLeastOne("defaultLimit", defaultLimit);
    atLeastOne("includeLimit", includeLimit);
    atLeastOne("maxBatch", maxBatch);
    if (maxLimit < defaultLimit || maxLimit < includeLimit) {
      throw new IllegalArgumentException(
          "maxLimit is %d; it must not be less than defaultLimit (%d) and includeLimit (%d)."
              .formatted(maxLimit, defaultLimit, includeLimit));
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1.");
    }
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "RestConfig[%s, limit %d of %d, include %d, batch %d]"
        .formatted(basePath, defaultLimit, maxLimit, includeLimit, maxBatch);
  }
}
