package dev.ashlar.web.server;

import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The `Date` header of one event loop, made at most once a second.
final class HttpDate {
  // RFC 9110's own form: two digits of day, which RFC_1123_DATE_TIME does not always give.
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private long second = Long.MIN_VALUE;
  private CharSequence text = "";

  HttpDate() {
    refresh(System.currentTimeMillis());
  }

  void refresh(long epochMillis) {
    long now = Math.floorDiv(epochMillis, 1000L);
    if (now != second) {
      second = now;
      text = HttpHeaders.createOptimized(FORMAT.format(Instant.ofEpochSecond(now)));
    }
  }

  CharSequence text() {
    return text;
  }
}
