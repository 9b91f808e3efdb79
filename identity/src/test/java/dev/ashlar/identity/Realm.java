package dev.ashlar.identity;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.Migrations;
import dev.ashlar.identity.login.Authentication;
import dev.ashlar.identity.login.Identity;
import dev.ashlar.identity.login.IdentitySettings;
import dev.ashlar.identity.password.HashCost;
import dev.ashlar.identity.password.PasswordSettings;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Uuid7;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.Contributions;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.config.Secret;
import dev.ashlar.runtime.operation.Action;
import dev.ashlar.runtime.operation.Hook;
import dev.ashlar.runtime.operation.Operation;
import dev.ashlar.runtime.operation.Outcome;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.testing.database.TestDatabase;
import dev.ashlar.testing.time.SettableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;

/// One node with its users and logins, on a database that others may share.
public final class Realm implements AutoCloseable {
  public static final String ROOT_KEY = "0123456789abcdef0123456789abcdef";
  public static final String START = "2026-01-31T12:00:00Z";

  private static final Vertx VERTX = Vertx.vertx();

  /// Who holds everything and is nobody.
  public static final Actor ROOT =
      new Actor(Optional.empty(), "root", Set.of(new Permission("*")), Map.of(), Map.of());

  private final SettableClock clock;
  private final Database database;
  private final Identity identity;
  private final Engine engine;
  private final Authentication authentication;

  private Realm(
      TestDatabase test,
      SettableClock clock,
      List<Policy<?>> policies,
      List<Action<?>> actions,
      List<Hook<?>> further) {
    this.clock = clock;
    var config = DatabaseConfig.of(test.url());
    this.database =
        new Database(
            Drivers.open(VERTX, config), Drivers.dialect(config), Model.of(Identity.models()));
    migrate(database);
    this.identity = Identity.of(database, settings(), clock);
    var hooks = new ArrayList<Hook<?>>(identity.hooks());
    hooks.addAll(further);
    this.engine =
        new Engine(database, Contributions.of(database.model(), policies, hooks, actions), clock);
    this.authentication = identity.start(engine);
  }

  /// A node on a database, which is made ready if it is not.
  public static Realm open(TestDatabase database) {
    return open(database, List.of());
  }

  /// A node whose application brings hooks of its own, beside identity's.
  public static Realm open(TestDatabase database, List<Hook<?>> hooks) {
    return new Realm(database, SettableClock.at(START), Identity.policies(), List.of(), hooks);
  }

  /// A node whose application brings actions of its own, and policies in place of identity's.
  public static Realm open(
      TestDatabase database, List<Policy<?>> policies, List<Action<?>> actions) {
    return new Realm(database, SettableClock.at(START), policies, actions, List.of());
  }

  /// A further node on the database of this one.
  public Realm beside(TestDatabase database) {
    return new Realm(database, clock, Identity.policies(), List.of(), List.of());
  }

  static void migrate(Database database) {
    var loader = Realm.class.getClassLoader();
    new Migrations(
            database.driver(),
            database.dialect(),
            List.of(History.load("ashlar", loader), History.load("identity", loader)),
            Migrations.Settings.of("test"))
        .up();
  }

  private static IdentitySettings settings() {
    var defaults = IdentitySettings.defaults();
    return new IdentitySettings(
        defaults.tokens(),
        defaults.rotation(),
        defaults.refresh(),
        new PasswordSettings(new HashCost(64, 1, 1), 2, 1_000),
        defaults.rules(),
        defaults.logins(),
        defaults.registrations(),
        true,
        1_000,
        Optional.of(new Secret(ROOT_KEY)));
  }

  public Database database() {
    return database;
  }

  public Engine engine() {
    return engine;
  }

  public Authentication authentication() {
    return authentication;
  }

  public SettableClock clock() {
    return clock;
  }

  /// Removes every row but the keys.
  public void empty() {
    for (EntityModel<?> entity :
        List.<EntityModel<?>>of(
            RefreshTokenRow_.MODEL,
            SessionRow_.MODEL,
            Credential_.MODEL,
            Grant_.MODEL,
            Membership_.MODEL,
            Team_.MODEL,
            User_.MODEL)) {
      await(engine.unguarded(entity).deleteAll(Always.TRUE));
    }
    // A role may refer to another.
    await(
        engine
            .unguarded(Role_.MODEL)
            .updateAll(Always.TRUE, ChangeSet.of(Role_.MODEL).with(Role_.parent, null)));
    await(engine.unguarded(Role_.MODEL).deleteAll(Always.TRUE));
  }

  // ---- rows ----

  public User user(String email) {
    var now = clock.instant();
    return insert(User_.MODEL, new User(Uuid7.next(), email, "Somebody", true, null, 1, now, now));
  }

  public Team team(String name) {
    var now = clock.instant();
    return insert(Team_.MODEL, new Team(Uuid7.next(), name, 1, now, now));
  }

  public Role role(String name, String... permissions) {
    return insert(Role_.MODEL, new Role(Uuid7.next(), name, null, List.of(permissions), 1));
  }

  public Role child(String name, Role parent, String... permissions) {
    return insert(
        Role_.MODEL, new Role(Uuid7.next(), name, Ref.of(parent.id()), List.of(permissions), 1));
  }

  public Membership member(User user, Team team, Role role) {
    return insert(
        Membership_.MODEL,
        new Membership(Uuid7.next(), Ref.of(user.id()), Ref.of(team.id()), Ref.of(role.id())));
  }

  public Grant grant(User user, Role role) {
    return insert(Grant_.MODEL, new Grant(Uuid7.next(), Ref.of(user.id()), Ref.of(role.id())));
  }

  private <T> T insert(EntityModel<T> entity, T row) {
    await(engine.unguarded(entity).insert(row));
    return row;
  }

  // ---- operations ----

  /// What an actor asks for through the pipeline.
  public Outcome as(Actor actor, Operation operation) {
    return await(engine.pipeline().run(engine.request(actor, "test"), operation));
  }

  /// What root asks for, to be undone again.
  public Outcome tried(Operation operation) {
    var terms = new RequestContext.Terms(Optional.empty(), true, OptionalInt.empty());
    return await(engine.pipeline().run(engine.request(ROOT, "test").on(terms), operation));
  }

  public Outcome asRoot(Operation operation) {
    return as(ROOT, operation);
  }

  public Actor actor(User user) {
    return new dev.ashlar.identity.actor.Profiles(database).find(user.id()).orElseThrow().actor();
  }

  public Operation.Create membership(User user, Team team, Role role) {
    return new Operation.Create(
        Membership_.MODEL,
        ChangeSet.of(Membership_.MODEL)
            .with(Membership_.user, user.id())
            .with(Membership_.team, team.id())
            .with(Membership_.role, role.id()));
  }

  public Operation.Update membership(Membership changed, Role role) {
    return new Operation.Update(
        Membership_.MODEL,
        changed.id(),
        ChangeSet.of(Membership_.MODEL).with(Membership_.role, role.id()),
        OptionalInt.empty());
  }

  public Operation.Delete removal(Membership membership) {
    return new Operation.Delete(Membership_.MODEL, membership.id(), OptionalInt.empty());
  }

  public Operation.Create grantOf(User user, Role role) {
    return new Operation.Create(
        Grant_.MODEL,
        ChangeSet.of(Grant_.MODEL).with(Grant_.user, user.id()).with(Grant_.role, role.id()));
  }

  public Operation.Update permissions(Role role, String... permissions) {
    return new Operation.Update(
        Role_.MODEL,
        role.id(),
        ChangeSet.builder(Role_.MODEL).set(Role_.permissions, List.of(permissions)).build(),
        OptionalInt.of(role.version()));
  }

  public Operation.Update activity(User user, boolean active) {
    return new Operation.Update(
        User_.MODEL,
        user.id(),
        ChangeSet.of(User_.MODEL).with(User_.active, active),
        OptionalInt.of(user.version()));
  }

  public List<Membership> memberships(User user) {
    return await(engine.unguarded(Membership_.MODEL).list(Membership_.user.is(user.id())));
  }

  public Optional<User> find(UUID user) {
    return await(engine.unguarded(User_.MODEL).find(user));
  }

  /// The actor of a token, by the way that may ask the database.
  public Optional<Actor> verified(String token) {
    CompletionStage<Optional<Actor>> asked = authentication.verify(token);
    return await(Future.fromCompletionStage(asked));
  }

  /// Waits until something holds, as a client would who asks again and again; for as long as other
  /// nodes may take.
  public static boolean within(Duration time, java.util.function.BooleanSupplier holds) {
    long end = System.nanoTime() + time.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  @Override
  public void close() {
    identity.close();
    await(engine.close());
  }
}
