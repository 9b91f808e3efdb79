package dev.ashlar.web;

import dev.ashlar.web.routing.Method;

/// Counts and times requests.
@FunctionalInterface
public interface RequestMeter {
  /// A meter that keeps nothing.
  RequestMeter NONE = (method, template) -> (status, nanos) -> {};

  /// What records the requests of one route; asked once per route, at start.
  Recorder of(Method method, String template);

  /// Records the requests of one route, from any event loop.
  @FunctionalInterface
  interface Recorder {
    /// Takes one answered request.
    ///
    /// @param status the status of the answer; 499 when the client had gone
    void record(int status, long nanos);
  }
}
