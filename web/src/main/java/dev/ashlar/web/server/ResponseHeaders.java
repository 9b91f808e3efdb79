package dev.ashlar.web.server;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/// The response headers a handler asks for, kept apart until the answer is given.
///
/// A handler may set them on another thread, and a failure or the deadline may answer without them.
final class ResponseHeaders {
  private record Entry(
      CharSequence name, CharSequence value, boolean add, @Nullable Entry before) {}

  private @Nullable Entry last;

  void set(CharSequence name, CharSequence value) {
    last = new Entry(checkedName(name), checkedValue(name, value), false, last);
  }

  void add(CharSequence name, CharSequence value) {
    last = new Entry(checkedName(name), checkedValue(name, value), true, last);
  }

  void clear() {
    last = null;
  }

  void writeTo(MultiMap headers) {
    Entry entry = last;
    if (entry != null) {
      write(entry, headers);
    }
  }

  private static void write(Entry entry, MultiMap headers) {
    if (entry.before != null) {
      write(entry.before, headers);
    }
    if (entry.add) {
      headers.add(entry.name, entry.value);
    } else {
      headers.set(entry.name, entry.value);
    }
  }

  private static CharSequence checkedName(CharSequence name) {
    boolean token = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      token &= c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
    }
    if (!token) {
      throw new IllegalArgumentException(
          "The response header name \"" + visible(name) + "\" is no token (RFC 9110).");
    }
    return name;
  }

  private static CharSequence checkedValue(CharSequence name, CharSequence value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c >= 0x7f) {
        throw new IllegalArgumentException(
            "The value of the response header %s has the character U+%04X at position %d; a header carries printable ASCII only: encode it."
                .formatted(name, (int) c, i));
      }
    }
    return value;
  }

  private static String visible(CharSequence text) {
    return text.toString().replaceAll("[^\\x21-\\x7e]", "?");
  }
}
