package dev.ashlar.benchmarks.limit;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// What every answer of one event loop begins with: the date, formatted once a second, and the
/// request's name, which the audit keeps.
final class Headers {

  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
  private static final long SECOND_MILLIS = 1_000;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String prefix =
      Long.toString(ThreadLocalRandom.current().nextLong() >>> 14, 36) + "-";
  private long next;
  private CharSequence date = now();

  Headers(Vertx vertx) {
    vertx.setPeriodic(SECOND_MILLIS, timer -> date = now());
  }

  private static CharSequence now() {
    return HttpHeaders.createOptimized(DATE.format(Instant.now()));
  }

  /// Begins an answer, and gives the request's name: the caller's, or else one of our own.
  String begin(MultiMap request, MultiMap response) {
    String given = request.get(REQUEST_ID);
    String requestId = given == null ? prefix + Long.toString(next++, 36) : given;
    response.add(HttpHeaders.DATE, date).add(REQUEST_ID, requestId);
    return requestId;
  }
}
