package dev.ashlar.web;

import dev.ashlar.runtime.access.Actor;
import dev.ashlar.web.routing.Method;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;

/// One request and its answer.
///
/// An answer may be given from any thread and is given once: a second throws, except after the
/// deadline has answered in the handler's stead, when it is dropped.
public interface Exchange {
  /// The method as the client sent it; `HEAD` when a `GET` route answers it.
  Method method();

  /// The path as the client sent it, encoded and without the query.
  String path();

  /// The route that matched.
  Route route();

  /// The decoded value of a path parameter.
  ///
  /// @throws IllegalArgumentException if the route has no parameter of that name
  String pathParameter(String name);

  /// The decoded value of a path parameter by its place in the route's template: the fast way.
  String pathParameter(int index);

  /// The query parameters.
  ///
  /// @throws ProblemException 400 if the query cannot be decoded
  Query query();

  /// The first value of a request header.
  Optional<String> header(CharSequence name);

  /// Whether the request has a header.
  boolean hasHeader(CharSequence name);

  /// The body, up to the server's limit.
  ///
  /// @param mediaType the type it must have, such as `application/json`
  /// @return the body; fails with a problem: 415 for another type, 413 beyond the limit, 408 if it
  ///   does not arrive in time
  Future<Buffer> body(String mediaType);

  /// The body, up to a limit of its own.
  ///
  /// @param mediaType the type it must have
  /// @param limit how many bytes are taken
  Future<Buffer> body(String mediaType, int limit);

  /// The body of any type, up to a limit of its own.
  Future<Buffer> rawBody(int limit);

  /// The id that log entries and problems name this request by.
  String requestId();

  /// Who is at the other end of the connection: the nearest proxy if there is one.
  SocketAddress peer();

  /// Whether the connection is encrypted.
  boolean secure();

  /// When the request came, on the clock of [System#nanoTime].
  long startNanos();

  /// When an answer comes too late, on the clock of [System#nanoTime].
  long deadlineNanos();

  /// Who is calling; [Actor#ANONYMOUS] where nobody was asked.
  Actor actor();

  /// The value of a key, if one was put.
  <T> Optional<T> get(Attribute<T> key);

  /// Puts a value for whoever handles this exchange later.
  <T> void put(Attribute<T> key, T value);

  /// Sets a response header, in place of the server's own or an earlier one.
  ///
  /// @throws IllegalArgumentException if the name is no token, or the value has a line break or
  ///   other characters that a header cannot carry
  Exchange header(CharSequence name, CharSequence value);

  /// Adds one more response header of a name.
  Exchange addHeader(CharSequence name, CharSequence value);

  /// Whether an answer was given, by the handler or in its stead.
  boolean answered();

  /// Answers without a body.
  Future<Void> respond(int status);

  /// Answers with a body.
  ///
  /// @return a completed future: the answer is with the connection, and a client that has gone away
  ///   is no failure of the handler
  Future<Void> respond(int status, CharSequence mediaType, Buffer body);

  /// Answers with a body as it comes; no deadline holds once it has begun.
  ///
  /// @return completes when all is written; fails if the source fails or the client goes away
  Future<Void> stream(int status, CharSequence mediaType, ReadStream<Buffer> body);

  /// Answers with a problem document; headers set so far are dropped.
  Future<Void> problem(Problem problem);

  /// Answers with what a failure means for the client: its problem, or 500 and an entry in the log.
  Future<Void> fail(Throwable failure);
}
