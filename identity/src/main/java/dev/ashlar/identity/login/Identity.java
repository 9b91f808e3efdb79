package dev.ashlar.identity.login;

import dev.ashlar.data.Database;
import dev.ashlar.identity.GrantPolicy;
import dev.ashlar.identity.IdentityChange;
import dev.ashlar.identity.IdentityChangeKind;
import dev.ashlar.identity.MembershipPolicy;
import dev.ashlar.identity.Models_;
import dev.ashlar.identity.RolePolicy;
import dev.ashlar.identity.TeamPolicy;
import dev.ashlar.identity.UserPolicy;
import dev.ashlar.identity.actor.Actors;
import dev.ashlar.identity.actor.IdentityChanges;
import dev.ashlar.identity.actor.IdentityHooks;
import dev.ashlar.identity.actor.Profiles;
import dev.ashlar.identity.actor.SessionEnds;
import dev.ashlar.identity.password.Passwords;
import dev.ashlar.identity.token.AccessTokens;
import dev.ashlar.identity.token.KeyRing;
import dev.ashlar.identity.token.VerifiedTokens;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.operation.Hook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Users and logins of one application: what its engine is made with, and what runs beside it.
///
/// Make it when the database is open, hand [#hooks()] to the engine, and [#start] it then.
public final class Identity implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Identity.class);

  /// How often a node asks what others have changed: well within the second that is promised.
  private static final Duration ASKING = Duration.ofMillis(400);

  private static final Duration KEY_CARE = Duration.ofMinutes(1);

  private final Database database;
  private final IdentitySettings settings;
  private final InstantSource clock;
  private final IdentityChanges changes;
  private final Profiles profiles;
  private final Actors actors;
  private final SessionEnds ends;
  private final Passwords passwords;
  private final ScheduledExecutorService beside;
  private final AtomicBoolean asking = new AtomicBoolean();
  private boolean failing;

  private Identity(Database database, IdentitySettings settings, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.changes = new IdentityChanges(database, clock);
    this.profiles = new Profiles(database);
    this.actors = new Actors(profiles, settings.remembered());
    this.ends = new SessionEnds(database, changes);
    this.passwords = new Passwords(settings.passwords());
    this.beside =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ashlar-identity").factory());
  }

  /// Users and logins in a database.
  public static Identity of(Database database, IdentitySettings settings, InstantSource clock) {
    return new Identity(database, settings, clock);
  }

  /// All of identity's records.
  public static List<EntityModel<?>> models() {
    return Models_.all();
  }

  /// The rules of those records that anybody is served.
  public static List<Policy<?>> policies() {
    return List.of(
        new UserPolicy(),
        new TeamPolicy(),
        new RolePolicy(),
        new MembershipPolicy(),
        new GrantPolicy());
  }

  /// What must run with every write of users, roles and memberships: an engine without them lets
  /// those who may change roles rise, and tells no node of changes.
  public List<Hook<?>> hooks() {
    return IdentityHooks.of(database, profiles, ends, changes);
  }

  /// Reads the keys, making the first where there is none, and begins to listen for changes: what
  /// is done beside the engine again and again has been done once when this ends. Blocks.
  public Authentication start(Engine engine) {
    var keys = KeyRing.open(new StoredSigningKeys(database), settings.rotation(), clock);
    var issuer = new AccessTokens(settings.tokens(), keys, clock);
    var verified = new VerifiedTokens(issuer, settings.remembered(), clock);
    changes.onChange(actors::forget);
    changes.onChange(change -> forget(verified, change));
    engine.onCommit(this::committed);
    changes.ask();
    every(ASKING, "ask for changes", changes::ask);
    every(KEY_CARE, "look after the signing keys", keys::maintain);
    return new Authentication(
        engine,
        new Authentication.Parts(
            settings,
            profiles,
            actors,
            passwords,
            keys,
            issuer,
            verified,
            new StoredRefreshTokens(database, ends, changes)));
  }

  private void committed() {
    if (changes.committed() && !asking.getAndSet(true)) {
      beside.execute(
          () -> {
            asking.set(false);
            attempt("ask for changes", changes::ask);
          });
    }
  }

  private static void forget(VerifiedTokens verified, IdentityChange change) {
    if (change.kind() == IdentityChangeKind.SESSION && change.subject() != null) {
      verified.end(change.subject());
    }
  }

  private void every(Duration pause, String what, Runnable task) {
    var _ =
        beside.scheduleWithFixedDelay(
            () -> attempt(what, task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A task that throws would not be run again. Only the first failure of a row is worth a line.
  private void attempt(String what, Runnable task) {
    try {
      task.run();
      failing = false;
    } catch (RuntimeException failure) {
      if (!failing) {
        LOG.atWarn().setCause(failure).log("Could not {}; trying again until it can be done", what);
      }
      failing = true;
    }
  }

  /// Ends what runs beside the engine, before the database is closed.
  @Override
  public void close() {
    beside.close();
    passwords.close();
  }
}
