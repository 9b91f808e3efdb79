package dev.ashlar.starter.auth;

import dev.ashlar.identity.login.Authentication;
import dev.ashlar.web.Authenticator;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Identification;
import dev.ashlar.web.Identification.Known;
import dev.ashlar.web.Identification.Refused;
import dev.ashlar.web.Problem;

/// Knows callers by `X-API-Key` with the root key.
public final class ApiKeyAuthenticator implements Authenticator {
  static final String HEADER = "X-API-Key";

  private static final Refused REFUSED =
      new Refused(Problem.unauthenticated("The key in X-API-Key is not known here."));

  private final Authentication authentication;

  public ApiKeyAuthenticator(Authentication authentication) {
    this.authentication = authentication;
  }

  @Override
  public String scheme() {
    return "api-key";
  }

  @Override
  public String challenge() {
    return "";
  }

  @Override
  public Identification identify(Exchange exchange) {
    var key = exchange.header(HEADER);
    if (key.isEmpty()) {
      return Identification.absent();
    }
    var root = authentication.root(key.get());
    return root.isPresent() ? new Known(root.get()) : REFUSED;
  }
}
