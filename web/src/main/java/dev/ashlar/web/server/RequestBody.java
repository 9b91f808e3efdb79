package dev.ashlar.web.server;

import dev.ashlar.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/// The body of a request: held back until somebody wants it, and gotten rid of if nobody does.
///
/// It is used by its event loop only.
final class RequestBody {
  private static final int DRAINABLE = 64 * 1024;
  private static final long LINGER_MILLIS = 3_000;

  private enum State {
    HELD,
    READING,
    DONE
  }

  private final HttpServerRequest request;
  private final Promise<Buffer> promise = Promise.promise();
  private final Buffer received = Buffer.buffer();
  private final long declared;
  private State state = State.HELD;
  private boolean continued;
  private boolean drained;
  private long lingering = -1;

  private RequestBody(HttpServerRequest request, long declared) {
    this.request = request;
    this.declared = declared;
  }

  /// Holds back the body of a request; null if it has none.
  static @Nullable RequestBody hold(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      // The decoder let it pass, so it is a number.
      return length.equals("0") ? null : hold(request, Long.parseLong(length));
    }
    boolean unknown =
        request.version() == HttpVersion.HTTP_2
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    return unknown ? hold(request, -1) : null;
  }

  private static RequestBody hold(HttpServerRequest request, long declared) {
    request.pause();
    return new RequestBody(request, declared);
  }

  /// Whether the client has not sent all of it yet, though it was asked for.
  boolean incomplete() {
    return state == State.READING;
  }

  Future<Buffer> read(int limit) {
    if (state != State.HELD) {
      return Future.failedFuture(
          new IllegalStateException(
              "The body of " + request.path() + " was asked for twice; keep what the first gave."));
    }
    if (declared > limit) {
      return Future.failedFuture(tooLarge(limit).exception());
    }
    state = State.READING;
    request.exceptionHandler(failure -> promise.tryFail(brokenOff().exception()));
    request.endHandler(end -> complete());
    request.handler(chunk -> take(chunk, limit));
    proceed();
    request.resume();
    return promise.future();
  }

  private void proceed() {
    if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
      continued = true;
      request.response().writeContinue();
    }
  }

  private void take(Buffer chunk, int limit) {
    if (received.length() + (long) chunk.length() > limit) {
      promise.tryFail(tooLarge(limit).exception());
    } else {
      received.appendBuffer(chunk);
    }
  }

  private void complete() {
    state = State.DONE;
    promise.tryComplete(received);
  }

  private static Problem tooLarge(int limit) {
    return Problem.of(413, "body_too_large", "The body is too large")
        .withDetail("The body may have at most " + limit + " bytes. Send less, or in parts.");
  }

  private static Problem brokenOff() {
    return Problem.badRequest("body_incomplete", "The body broke off before its end.");
  }

  /// Whether what is left of the body makes it cheaper to give up the connection after the answer.
  boolean spoilsConnection() {
    if (state == State.DONE || request.version() == HttpVersion.HTTP_2) {
      return false;
    }
    boolean neverSent =
        !continued && request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true);
    return neverSent || state == State.READING || declared < 0 || declared > DRAINABLE;
  }

  /// Gets rid of what is left after the answer was given.
  ///
  /// Closing at once would reset the connection while the client still sends, and it would never
  /// read the answer.
  void discard(Dispatcher dispatcher, boolean close) {
    if (state == State.DONE) {
      return;
    }
    state = State.DONE;
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(0);
      return;
    }
    request.handler(null);
    request.endHandler(end -> drained(dispatcher, close));
    request.resume();
    if (!drained) {
      lingering = dispatcher.vertx().setTimer(LINGER_MILLIS, id -> request.connection().close());
    }
  }

  private void drained(Dispatcher dispatcher, boolean close) {
    drained = true;
    dispatcher.vertx().cancelTimer(lingering);
    if (close) {
      request.connection().close();
    }
  }
}
