package dev.ashlar.starter.auth;

import dev.ashlar.identity.actor.EmailAddress;
import dev.ashlar.identity.login.Authentication;
import dev.ashlar.identity.login.Login.LoggedIn;
import dev.ashlar.identity.login.Login.Refused;
import dev.ashlar.identity.login.Login.TooSoon;
import dev.ashlar.identity.login.Registration;
import dev.ashlar.identity.login.Registration.Closed;
import dev.ashlar.identity.login.Registration.Newcomer;
import dev.ashlar.identity.login.Registration.Registered;
import dev.ashlar.identity.login.Registration.Taken;
import dev.ashlar.identity.login.Registration.Unfit;
import dev.ashlar.identity.login.Tokens;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import dev.ashlar.web.Problem;
import dev.ashlar.web.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes by which clients register, log in and out, and learn who they are.
public final class AuthRoutes {
  private static final String JSON = "application/json";
  private static final String JWKS = "application/jwk-set+json";

  /// Beyond any password and token.
  private static final int MOST_BYTES = 16 << 10;

  private final Authentication authentication;

  public AuthRoutes(Authentication authentication) {
    this.authentication = authentication;
  }

  /// All of them, to be served beside the application's own.
  public List<Route> routes() {
    return List.of(
        Route.post("/api/auth/register", reading(this::register, "email", "password", "name"))
            .open(),
        Route.post("/api/auth/login", reading(this::login, "email", "password")).open(),
        Route.post("/api/auth/refresh", reading(this::refresh, "refreshToken")).open(),
        Route.post("/api/auth/logout", this::logout).open(),
        Route.get("/api/auth/me", Handler.blocking(this::me)),
        Route.get("/.well-known/jwks.json", this::jwks).open());
  }

  private interface Step {
    void run(Exchange exchange, Map<String, String> body);
  }

  /// Reads a body on the event loop, and does what may block on a virtual thread.
  private static Handler reading(Step step, String... names) {
    return exchange ->
        exchange
            .body(JSON, MOST_BYTES)
            .compose(
                body -> {
                  var fields = TextFields.read(body, names);
                  return Handler.blocking(asked -> step.run(asked, fields)).handle(exchange);
                });
  }

  private void register(Exchange exchange, Map<String, String> body) {
    var newcomer = new Newcomer(text(body, "email"), text(body, "password"), text(body, "name"));
    switch (authentication.register(newcomer, address(exchange), exchange.requestId())) {
      case Registered(var user) -> {
        exchange.header("Location", "/api/users/" + user);
        exchange.respond(
            201,
            JSON,
            AuthJson.registered(user, EmailAddress.normalized(newcomer.email()), newcomer.name()));
      }
      case Taken _ ->
          throw Problem.of(409, "email_taken", "There is an account of this e-mail address")
              .withDetail("Log in, or register with another address.")
              .withErrors(
                  List.of(
                      new Violation("/email", "email_taken", "There is an account of it already.")))
              .exception();
      case Unfit(var violations) -> throw Refusal.invalid(violations);
      case Registration.TooSoon(var delay) -> throw tooSoon(delay);
      case Closed _ ->
          throw Problem.of(403, "registration_closed", "Accounts are made by administrators")
              .withDetail("Ask one of them for an account.")
              .exception();
    }
  }

  private void login(Exchange exchange, Map<String, String> body) {
    switch (authentication.login(text(body, "email"), text(body, "password"), address(exchange))) {
      case LoggedIn(var tokens) -> answer(exchange, tokens);
      case Refused _ ->
          throw Problem.of(401, "invalid_credentials", "The login is refused")
              .withDetail("The e-mail address or the password is not right.")
              .exception();
      case TooSoon(var delay) -> throw tooSoon(delay);
    }
  }

  private void refresh(Exchange exchange, Map<String, String> body) {
    var tokens = authentication.refresh(text(body, "refreshToken"));
    if (tokens.isEmpty()) {
      throw Problem.of(401, "invalid_refresh_token", "The login is over")
          .withDetail("The refresh token is not, or no longer, good; log in again.")
          .exception();
    }
    answer(exchange, tokens.get());
  }

  /// Ends a login by its access token, or by a refresh token in the body once that is over.
  private Future<Void> logout(Exchange exchange) {
    Future<Optional<String>> refreshToken =
        exchange.hasHeader("Content-Type")
            ? exchange
                .body(JSON, MOST_BYTES)
                .map(
                    body ->
                        Optional.of(text(TextFields.read(body, "refreshToken"), "refreshToken")))
            : Future.succeededFuture(Optional.empty());
    return refreshToken.compose(
        refresh -> Handler.blocking(asked -> logout(asked, refresh)).handle(exchange));
  }

  private void logout(Exchange exchange, Optional<String> refreshToken) {
    boolean ended = BearerAuthenticator.token(exchange).filter(authentication::logout).isPresent();
    refreshToken.ifPresent(authentication::logoutBy);
    if (!ended && refreshToken.isEmpty()) {
      throw BearerAuthenticator.REFUSED.problem().exception();
    }
    exchange.respond(204);
  }

  private void me(Exchange exchange) {
    var actor = exchange.actor();
    exchange.respond(200, JSON, actor.id().isEmpty() ? AuthJson.actor(actor) : profile(exchange));
  }

  private Buffer profile(Exchange exchange) {
    return exchange
        .actor()
        .id()
        .flatMap(authentication::profile)
        .map(AuthJson::profile)
        .orElseThrow(() -> BearerAuthenticator.REFUSED.problem().exception());
  }

  /// Public, and the same for minutes: others may keep it.
  private Future<Void> jwks(Exchange exchange) {
    exchange.header("Cache-Control", "public, max-age=60");
    return exchange.respond(200, JWKS, Buffer.buffer(authentication.jwks()));
  }

  private static void answer(Exchange exchange, Tokens tokens) {
    exchange.respond(200, JSON, AuthJson.tokens(tokens));
  }

  private static RuntimeException tooSoon(Duration delay) {
    long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
    return Problem.of(429, "too_many_attempts", "There were too many attempts")
        .withDetail("Try again in %d seconds.".formatted(seconds))
        .withHeader("Retry-After", Long.toString(seconds))
        .exception();
  }

  private static String text(Map<String, String> body, String name) {
    return body.getOrDefault(name, "");
  }

  /// The nearest proxy's, where there is one: it should count attempts itself then.
  private static InetAddress address(Exchange exchange) {
    String address = exchange.peer().hostAddress();
    if (address == null) {
      return InetAddress.getLoopbackAddress();
    }
    int zone = address.indexOf('%');
    return InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
  }
}
