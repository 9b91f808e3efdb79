package dev.ashlar.web.routing;

/// A request method that a route can answer.
///
/// `HEAD` and `OPTIONS` need no route of their own: a `GET` route answers the first, the server the
/// second.
public enum Method {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS
}
