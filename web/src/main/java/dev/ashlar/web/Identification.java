package dev.ashlar.web;

import dev.ashlar.runtime.access.Actor;
import io.vertx.core.Future;

/// What an authenticator found in a request.
///
/// An authenticator that remembers callers keeps the [Known] itself, so that a request with a
/// remembered token allocates nothing here.
public sealed interface Identification {
  /// The caller is known.
  record Known(Actor actor) implements Identification {}

  /// The request brings no credentials of this scheme.
  record Absent() implements Identification {
    static final Absent INSTANCE = new Absent();
  }

  /// The request brings credentials that do not hold; the answer is 401 with this problem.
  record Refused(Problem problem) implements Identification {}

  /// The answer must be asked for; the future holds none that is pending again.
  record Pending(Future<Identification> result) implements Identification {}

  /// The request brings no credentials of this scheme.
  static Identification absent() {
    return Absent.INSTANCE;
  }
}
