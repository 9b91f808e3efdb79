package dev.ashlar.starter.auth;

import dev.ashlar.identity.login.Authentication;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.web.Authenticator;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Identification;
import dev.ashlar.web.Identification.Known;
import dev.ashlar.web.Identification.Pending;
import dev.ashlar.web.Identification.Refused;
import dev.ashlar.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;

/// Knows callers by `Authorization: Bearer …` with an access token or the root key. A token that
/// was seen before is answered from memory.
public final class BearerAuthenticator implements Authenticator {
  static final Refused REFUSED =
      new Refused(
          Problem.unauthenticated(
              "The token is not, or no longer, good; refresh it or log in again."));

  private static final String PREFIX = "Bearer ";

  private final Authentication authentication;

  public BearerAuthenticator(Authentication authentication) {
    this.authentication = authentication;
  }

  @Override
  public String scheme() {
    return "bearer";
  }

  @Override
  public String challenge() {
    return "Bearer realm=\"api\"";
  }

  @Override
  public Identification identify(Exchange exchange) {
    var token = token(exchange);
    if (token.isEmpty()) {
      return Identification.absent();
    }
    var known = authentication.known(token.get());
    if (known.isPresent()) {
      return new Known(known.get());
    }
    var root = authentication.root(token.get());
    return root.isPresent()
        ? new Known(root.get())
        : new Pending(
            Future.fromCompletionStage(authentication.verify(token.get()))
                .map(BearerAuthenticator::identified));
  }

  /// What a request brings as a bearer, if it does.
  static Optional<String> token(Exchange exchange) {
    return exchange
        .header(HttpHeaders.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
        .map(value -> value.substring(PREFIX.length()));
  }

  private static Identification identified(Optional<Actor> actor) {
    return actor.isPresent() ? new Known(actor.get()) : REFUSED;
  }
}
