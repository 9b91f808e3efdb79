package dev.ashlar.web.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map from literal segments that is asked with a region of the path, so that a look-up makes no
/// string.
final class Literals<N> {
  private final @Nullable String[] keys;
  private final @Nullable Object[] values;
  private final int mask;

  Literals(Map<String, N> entries) {
    int size = Math.max(2, Integer.highestOneBit(entries.size() * 4));
    keys = new String[size];
    values = new Object[size];
    mask = size - 1;
    entries.forEach(this::put);
  }

  private void put(String key, N value) {
    int slot = slot(hash(key, 0, key.length()));
    while (keys[slot] != null) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  @Nullable N find(RequestPath path, int segment) {
    String text = path.text();
    int start = path.start(segment);
    int end = path.end(segment);
    int slot = slot(hash(text, start, end));
    String key;
    while ((key = keys[slot]) != null) {
      if (key.length() == end - start && text.startsWith(key, start)) {
        return value(slot);
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  // Only put() writes the slots, and only with an N.
  @SuppressWarnings("unchecked")
  private @Nullable N value(int slot) {
    return (N) values[slot];
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 16) & mask;
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }
}
