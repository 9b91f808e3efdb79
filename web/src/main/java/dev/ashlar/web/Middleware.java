package dev.ashlar.web;

/// Wraps the handlers of routes.
///
/// It is asked once per route at start, and what it returns is what each request runs: nothing is
/// looked up per request. It runs after the caller is known and inside the deadline.
@FunctionalInterface
public interface Middleware {
  /// The handler to run in place of `next`; `next` itself where the route is none of its business.
  Handler wrap(Route route, Handler next);
}
