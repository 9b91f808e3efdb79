package dev.ashlar.identity.login;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.identity.actor.Actors;
import dev.ashlar.identity.actor.EmailAddress;
import dev.ashlar.identity.actor.Profile;
import dev.ashlar.identity.actor.Profiles;
import dev.ashlar.identity.login.Accounts.Account;
import dev.ashlar.identity.login.Registration.Newcomer;
import dev.ashlar.identity.password.LoginThrottle;
import dev.ashlar.identity.password.LoginThrottle.Admitted;
import dev.ashlar.identity.password.LoginThrottle.MustWait;
import dev.ashlar.identity.password.Passwords;
import dev.ashlar.identity.password.PasswordsBusyException;
import dev.ashlar.identity.token.AccessTokens;
import dev.ashlar.identity.token.KeyRing;
import dev.ashlar.identity.token.RefreshTokens;
import dev.ashlar.identity.token.RefreshTokens.Issued;
import dev.ashlar.identity.token.RefreshTokens.Refreshed;
import dev.ashlar.identity.token.RefreshTokens.Reused;
import dev.ashlar.identity.token.TokenCheck.Valid;
import dev.ashlar.identity.token.VerifiedTokens;
import dev.ashlar.model.Uuid7;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.operation.UserCode;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Registers users, logs them in and out, and tells who is calling.
///
/// All but [#known] and [#verify] blocks: call it on virtual threads.
public final class Authentication {
  private static final Logger LOG = LoggerFactory.getLogger(Authentication.class);

  private static final Executor THREADS =
      task -> Thread.ofVirtual().name("ashlar-authentication").start(task);

  private final IdentitySettings settings;
  private final Engine engine;
  private final Accounts accounts;
  private final Profiles profiles;
  private final Actors actors;
  private final Passwords passwords;
  private final KeyRing keys;
  private final AccessTokens issuer;
  private final VerifiedTokens verified;
  private final StoredRefreshTokens sessions;
  private final RefreshTokens refreshTokens;
  private final RootKey rootKey;
  private final LoginThrottle throttle;
  private final Registrations registrations;

  Authentication(Engine engine, Parts parts) {
    this.settings = parts.settings();
    this.engine = engine;
    this.accounts = new Accounts(engine.database());
    this.profiles = parts.profiles();
    this.actors = parts.actors();
    this.passwords = parts.passwords();
    this.keys = parts.keys();
    this.issuer = parts.issuer();
    this.verified = parts.verified();
    this.sessions = parts.sessions();
    this.refreshTokens = new RefreshTokens(sessions, settings.refresh(), engine.clock());
    this.rootKey = new RootKey(settings.rootKey());
    this.throttle = new LoginThrottle(settings.logins(), engine.clock());
    this.registrations = new Registrations(engine, accounts, passwords, settings);
  }

  /// What it is made of.
  record Parts(
      IdentitySettings settings,
      Profiles profiles,
      Actors actors,
      Passwords passwords,
      KeyRing keys,
      AccessTokens issuer,
      VerifiedTokens verified,
      StoredRefreshTokens sessions) {}

  // ---- who is calling ----

  /// The actor of an access token that was verified before, the same for as long as nothing about
  /// the user changes: what a request costs. Empty for everything else; ask [#verify] then.
  public Optional<Actor> known(String token) {
    var valid = verified.known(token);
    return valid.isPresent() ? actors.known(valid.get().claims().user()) : Optional.empty();
  }

  /// The actor of an access token; empty when it is not, or no longer, good, or its user is not
  /// active. It neither blocks nor computes on the calling thread.
  public CompletionStage<Optional<Actor>> verify(String token) {
    return supplyAsync(() -> user(token), THREADS)
        .thenCompose(
            user ->
                user.isPresent()
                    ? actors.find(user.get())
                    : CompletableFuture.completedStage(Optional.empty()));
  }

  /// The actor `root`, who may do everything, if this is the key from the configuration.
  public Optional<Actor> root(String key) {
    return rootKey.actor(key);
  }

  private Optional<UUID> user(String token) {
    return verified.check(token, claims -> sessions.isOpen(claims.session(), engine.now()))
            instanceof Valid valid
        ? Optional.of(valid.claims().user())
        : Optional.empty();
  }

  /// A user with her teams, roles and permissions.
  public Optional<Profile> profile(UUID user) {
    return profiles.find(user);
  }

  /// The public halves of the keys that sign access tokens, as a JSON Web Key Set. It does not
  /// block.
  public String jwks() {
    return keys.jwks();
  }

  // ---- registering ----

  /// Makes an account. It says so when there is one already, since nobody can yet be asked by
  /// e-mail; hence it is throttled.
  ///
  /// @param requestId the request's name in logs and audit entries
  public Registration register(Newcomer newcomer, InetAddress from, String requestId) {
    return registrations.register(newcomer, from, requestId);
  }

  // ---- logging in and out ----

  /// Logs a user in. Whether there is such an account shows neither in the answer nor in what it
  /// costs.
  ///
  /// @throws PasswordsBusyException when too many are being checked
  public Login login(String email, String password, InetAddress from) {
    var name = EmailAddress.normalized(email);
    return switch (throttle.attempt(name, from)) {
      case MustWait(var delay) -> new Login.TooSoon(delay);
      case Admitted attempt -> {
        try {
          yield attempt(name, password, attempt);
        } catch (PasswordsBusyException | DataException failure) {
          attempt.withdraw();
          throw failure;
        }
      }
    };
  }

  private Login attempt(String name, String password, Admitted attempt) {
    var account = accounts.find(name);
    boolean right =
        await(
            account.isPresent()
                ? passwords.verify(password, account.get().credential().passwordHash())
                : passwords.verifyNobody(password));
    if (account.isEmpty() || !right || !account.get().user().active()) {
      return new Login.Refused();
    }
    attempt.succeeded();
    renewHash(account.get(), password);
    var first = refreshTokens.start(Uuid7.next(), account.get().user().id());
    return new Login.LoggedIn(tokens(first));
  }

  private void renewHash(Account account, String password) {
    var credential = account.credential();
    if (passwords.needsRehash(credential.passwordHash())) {
      accounts.replace(
          engine.database().driver(), credential, await(passwords.hash(password)), engine.now());
    }
  }

  /// Exchanges a refresh token for the next tokens; empty when it is not, or no longer, good. One
  /// that was used before ends the whole login.
  public Optional<Tokens> refresh(String refreshToken) {
    return switch (refreshTokens.refresh(refreshToken)) {
      case Refreshed(var next) -> {
        if (!accounts.isActive(next.user())) {
          refreshTokens.end(next.session());
          yield Optional.empty();
        }
        yield Optional.of(tokens(next));
      }
      case RefreshTokens.Refused _ -> Optional.empty();
      case Reused(var session, var user) -> {
        verified.end(session);
        LOG.atWarn()
            .addKeyValue("user", user)
            .addKeyValue("session", session)
            .log("A refresh token was used twice, so its login was ended: it may have been stolen");
        yield Optional.empty();
      }
    };
  }

  /// Ends the login that an access token comes from: the token holds no more on this node, and
  /// within a second on no other.
  ///
  /// @return false when it is not, or no longer, good
  public boolean logout(String accessToken) {
    if (verified.check(accessToken) instanceof Valid valid) {
      refreshTokens.end(valid.claims().session());
      return true;
    }
    return false;
  }

  /// Ends the login that a refresh token belongs to, used or not; nothing where it is none.
  public void logoutBy(String refreshToken) {
    refreshTokens.endOf(refreshToken);
  }

  private Tokens tokens(Issued refresh) {
    var access = issuer.issue(refresh.user(), refresh.session());
    return new Tokens(access.text(), refresh.text(), settings.tokens().lifetime());
  }

  private static <R> R await(CompletionStage<R> stage) {
    return UserCode.await(Future.fromCompletionStage(stage));
  }
}
