package dev.ashlar.web;

/// One way to tell who is calling: a bearer token, an API key, a session.
///
/// It is called on the event loop, once per request of a route that asks for it, and must not
/// block: what is not remembered is answered with [Identification.Pending].
public interface Authenticator {
  /// The name that routes and logs use, such as `bearer`.
  String scheme();

  /// What a 401 answer says in `WWW-Authenticate`, such as `Bearer realm="api"`; empty for a scheme
  /// that has no challenge.
  String challenge();

  /// Looks for credentials in the request.
  Identification identify(Exchange exchange);
}
