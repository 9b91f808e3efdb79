package dev.ashlar.web.routing;

/// A template or a set of routes that cannot be served; thrown while the routes are built.
public final class RouteException extends IllegalArgumentException {
  RouteException(String message) {
    super(message);
  }
}
