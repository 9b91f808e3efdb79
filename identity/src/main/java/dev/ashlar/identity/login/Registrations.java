package dev.ashlar.identity.login;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.identity.User_;
import dev.ashlar.identity.actor.EmailAddress;
import dev.ashlar.identity.login.Registration.Closed;
import dev.ashlar.identity.login.Registration.Newcomer;
import dev.ashlar.identity.login.Registration.Registered;
import dev.ashlar.identity.login.Registration.Taken;
import dev.ashlar.identity.login.Registration.TooSoon;
import dev.ashlar.identity.login.Registration.Unfit;
import dev.ashlar.identity.password.LoginThrottle;
import dev.ashlar.identity.password.LoginThrottle.Admitted;
import dev.ashlar.identity.password.LoginThrottle.MustWait;
import dev.ashlar.identity.password.Passwords;
import dev.ashlar.identity.password.PasswordsBusyException;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Constraints;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Outcome.Written;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.UserCode;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Makes accounts, through the pipeline like every other write: validated, written down, and with
/// the application's own hooks.
final class Registrations {
  private static final Actor REGISTRAR =
      new Actor(
          Optional.empty(),
          "registration",
          Set.of(new Permission("users:write")),
          Map.of(),
          Map.of());

  private final Engine engine;
  private final Accounts accounts;
  private final Passwords passwords;
  private final IdentitySettings settings;
  private final LoginThrottle throttle;

  Registrations(Engine engine, Accounts accounts, Passwords passwords, IdentitySettings settings) {
    this.engine = engine;
    this.accounts = accounts;
    this.passwords = passwords;
    this.settings = settings;
    this.throttle = new LoginThrottle(settings.registrations(), engine.clock());
  }

  Registration register(Newcomer newcomer, InetAddress from, String requestId) {
    if (!settings.registration()) {
      return new Closed();
    }
    var email = EmailAddress.normalized(newcomer.email());
    var violations = violations(email, newcomer);
    if (!violations.isEmpty()) {
      return new Unfit(violations);
    }
    // It stays counted when it succeeds: what is slowed down is the making of accounts too.
    return switch (throttle.attempt(email, from)) {
      case MustWait(var delay) -> new TooSoon(delay);
      case Admitted attempt -> {
        try {
          yield accounts.exists(email) ? new Taken() : make(email, newcomer, requestId);
        } catch (PasswordsBusyException | DataException failure) {
          attempt.withdraw();
          throw failure;
        }
      }
    };
  }

  private List<Violation> violations(String email, Newcomer newcomer) {
    var violations = new ArrayList<Violation>();
    Constraints.check(User_.email, email, engine.now(), violations::add);
    Constraints.check(User_.name, newcomer.name(), engine.now(), violations::add);
    settings
        .rules()
        .check(newcomer.password(), List.of(email, newcomer.name()))
        .forEach(
            objection ->
                violations.add(new Violation("/password", objection.code(), objection.message())));
    return violations;
  }

  private Registration make(String email, Newcomer newcomer, String requestId) {
    var hash = UserCode.await(Future.fromCompletionStage(passwords.hash(newcomer.password())));
    var request = engine.request(REGISTRAR, requestId);
    try {
      return engine.transactions().call(request, () -> new Registered(add(email, newcomer, hash)));
    } catch (Refusal refusal) {
      return switch (refusal.code()) {
        // Another was faster.
        case CONFLICT -> new Taken();
        case INVALID -> new Unfit(refusal.violations());
        case NOT_FOUND,
            UNAUTHENTICATED,
            FORBIDDEN,
            STALE_VERSION,
            VERSION_REQUIRED,
            WRITE_CONFLICT,
            KEY_REUSED,
            TOO_MANY_AFFECTED,
            UNAVAILABLE ->
            throw refusal;
      };
    }
  }

  private UUID add(String email, Newcomer newcomer, String hash) {
    var request = UserCode.request();
    var values =
        ChangeSet.builder(User_.MODEL)
            .set(User_.email, email)
            .set(User_.name, newcomer.name())
            .set(User_.active, true)
            .build();
    var outcome = UserCode.await(engine.pipeline().run(request, new Create(User_.MODEL, values)));
    if (!(outcome instanceof Written made)) {
      throw new IllegalStateException("A creation was answered by " + outcome + ".");
    }
    accounts.add(request.session().orElseThrow(), made.id(), hash, request.now());
    return made.id();
  }
}
