package dev.ashlar.web.rest;

import dev.ashlar.model.query.Fetched;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import dev.ashlar.web.EntityTags;
import dev.ashlar.web.Exchange;
import io.vertx.core.http.HttpHeaders;
import java.util.OptionalInt;

/// Strong entity tags of single rows: `"3"` for version 3 in full, and `"3-1x9k"` where columns
/// were chosen or are hidden. `If-Match` takes either.
final class Etags {
  private static final int RADIX = 36;

  private Etags() {}

  /// The tag of a row as it is written; empty for a row without version, and for one with others
  /// included, since the version does not tell whether those have changed.
  static String of(RowWriter writer, Fetched row) {
    var version = writer.version(row);
    if (version.isEmpty() || writer.includes()) {
      return "";
    }
    long fingerprint = writer.fingerprint(row);
    return fingerprint == RowWriter.WHOLE
        ? "\"" + version.getAsInt() + "\""
        : "\"" + version.getAsInt() + "-" + Long.toUnsignedString(fingerprint, RADIX) + "\"";
  }

  /// Whether the client has what the tag stands for.
  static boolean notModified(Exchange exchange, String tag) {
    return exchange
        .header(HttpHeaders.IF_NONE_MATCH)
        .filter(header -> !tag.isEmpty() && EntityTags.listsWeakly(header, tag))
        .isPresent();
  }

  /// The version that `If-Match` demands; empty where there is no such header, or `*`.
  static OptionalInt demanded(Exchange exchange, Resource resource) {
    var header = exchange.header(HttpHeaders.IF_MATCH);
    if (header.isEmpty() || header.get().strip().equals("*")) {
      return OptionalInt.empty();
    }
    String tag = header.get().strip();
    if (tag.startsWith("W/")) {
      throw stale("If-Match compares strongly, so a weak tag matches nothing; send it without W/.");
    }
    boolean quoted = tag.length() >= 2 && tag.startsWith("\"") && tag.endsWith("\"");
    if (!quoted || tag.indexOf('"', 1) < tag.length() - 1) {
      throw Problems.badHeader(
              "If-Match", "Expected one tag between quotes, as ETag gave it, such as \"3\".")
          .exception();
    }
    if (!resource.versioned()) {
      throw stale("Rows of %s have no version and no tag.".formatted(resource));
    }
    return version(tag);
  }

  private static OptionalInt version(String tag) {
    int dash = tag.indexOf('-');
    int version = LimitParameter.number(tag.substring(1, dash < 0 ? tag.length() - 1 : dash));
    if (version < 0) {
      throw stale("This is not a tag that was given here.");
    }
    return OptionalInt.of(version);
  }

  private static Refusal stale(String detail) {
    return new Refusal(Code.STALE_VERSION, detail);
  }
}
