package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import dev.ashlar.identity.Administration;
import dev.ashlar.identity.Administration_;
import dev.ashlar.identity.Grant;
import dev.ashlar.identity.Grant_;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Realm;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.identity.User;
import dev.ashlar.identity.User_;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.Operation;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Write;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever is done to the last administrator, she stays one.
@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class LastAdministratorTest {
  /// Long enough for a write that waits for nobody to be done.
  private static final Duration OVERLAP = Duration.ofMillis(300);

  private static final Permission ALL = new Permission("*");

  private final Realm realm;
  private final Role root;
  private final Role admin;
  private final User ada;
  private final User bea;
  private final Grant hers;

  LastAdministratorTest(TestDatabase database) {
    realm = Realm.open(database);
    realm.empty();
    root = realm.role("root", "*");
    admin = realm.child("admin", root);
    ada = realm.user("ada@example.com");
    bea = realm.user("bea@example.com");
    hers = realm.grant(ada, admin);
  }

  @AfterEach
  void close() {
    realm.close();
  }

  private void assertRefused(Operation operation) {
    for (Actor actor : List.of(realm.actor(ada), Realm.ROOT)) {
      assertThatThrownBy(() -> realm.as(actor, operation))
          .isInstanceOfSatisfying(Refusal.class, LastAdministratorTest::assertLast);
    }
    assertThat(realm.actor(ada).holdsEverywhere(ALL)).isTrue();
    assertThat(realm.find(ada.id()).orElseThrow().active()).isTrue();
  }

  private static void assertLast(Refusal refusal) {
    assertThat(refusal.code()).isEqualTo(Code.CONFLICT);
    assertThat(refusal.violations())
        .anySatisfy(each -> assertThat(each.code()).isEqualTo("last_administrator"));
  }

  private static Delete removal(Grant grant) {
    return new Delete(Grant_.MODEL, grant.id(), OptionalInt.empty());
  }

  private Update grantChanged(ChangeSet changes) {
    return new Update(Grant_.MODEL, hers.id(), changes, OptionalInt.empty());
  }

  private static Update orphaned(Role role) {
    var changes = ChangeSet.of(Role_.MODEL).with(Role_.parent, null);
    return new Update(Role_.MODEL, role.id(), changes, OptionalInt.of(role.version()));
  }

  // ---- every path ----

  @Test
  void keepsHerGrant() {
    assertRefused(removal(hers));
    assertRefused(
        grantChanged(
            ChangeSet.of(Grant_.MODEL).with(Grant_.role, realm.role("less", "tasks:*").id())));
    var idle = realm.user("idle@example.com");
    realm.asRoot(realm.activity(idle, false));
    assertRefused(grantChanged(ChangeSet.of(Grant_.MODEL).with(Grant_.user, idle.id())));
  }

  @Test
  void keepsWhatHerRoleAllows() {
    assertRefused(realm.permissions(root, "tasks:*", "users:*"));
    assertRefused(orphaned(admin));
  }

  @Test
  void staysActiveAndThere() {
    assertRefused(realm.activity(ada, false));
    assertThatThrownBy(
            () -> realm.asRoot(new Delete(User_.MODEL, ada.id(), OptionalInt.of(ada.version()))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.CONFLICT));
    assertThat(realm.find(ada.id())).contains(ada);
  }

  @Test
  void isNotRemovedWithinABatch() {
    assertRefused(
        new Batch(
            List.<Write>of(
                removal(hers), new Delete(User_.MODEL, ada.id(), OptionalInt.of(ada.version())))));
  }

  @Test
  void isNotHelpedByOneWhoIsInactive() {
    realm.grant(bea, root);
    realm.asRoot(realm.activity(bea, false));

    assertRefused(removal(hers));
  }

  @Test
  void isNotHelpedByOneWhoHoldsAllInATeam() {
    realm.member(bea, realm.team("Ours"), root);

    assertRefused(removal(hers));
  }

  // ---- what stays possible ----

  @Test
  void goesWhenAnotherIsThere() {
    var actor = realm.actor(ada);
    realm.as(actor, realm.grantOf(bea, root));

    realm.as(actor, removal(hers));

    assertThat(realm.actor(ada).holdsEverywhere(ALL)).isFalse();
    assertThat(realm.actor(bea).holdsEverywhere(ALL)).isTrue();
  }

  @Test
  void handsHerGrantOver() {
    realm.as(
        realm.actor(ada), grantChanged(ChangeSet.of(Grant_.MODEL).with(Grant_.user, bea.id())));

    assertThat(realm.actor(bea).holdsEverywhere(ALL)).isTrue();
  }

  @Test
  void keepsNobodyElse() {
    var other = realm.grant(bea, realm.role("less", "tasks:*"));

    realm.as(realm.actor(ada), removal(other));
    realm.as(realm.actor(ada), realm.activity(bea, false));

    assertThat(realm.actor(bea).holdsEverywhere(new Permission("tasks:read"))).isFalse();
  }

  // ---- in a team, where nobody administers everything ----

  @Test
  void keepsTheLastOfATeam() {
    var team = realm.team("Ours");
    var leads = realm.member(bea, team, root);
    await(realm.engine().unguarded(Grant_.MODEL).delete(hers.id()));

    for (Operation operation :
        List.of(
            realm.removal(leads),
            realm.membership(leads, realm.role("less", "tasks:*")),
            realm.activity(bea, false),
            realm.permissions(root, "tasks:*"))) {
      assertThatThrownBy(() -> realm.asRoot(operation))
          .isInstanceOfSatisfying(Refusal.class, LastAdministratorTest::assertLast);
    }
    realm.asRoot(realm.membership(leads, admin));
    realm.asRoot(realm.grantOf(ada, root));
    realm.asRoot(realm.removal(leads));
    assertThat(realm.memberships(bea)).isEmpty();
  }

  // ---- two at once ----

  /// How Ada makes Bea no administrator, and Bea Ada.
  enum Way {
    GRANTS,
    ACTIVITY,
    MIXED,
    ROLES
  }

  @ParameterizedTest
  @EnumSource
  void isOneOfTwoWhoRemoveEachOther(Way way) throws Exception {
    var own = realm.role("bea's", "*");
    var theirs = realm.grant(bea, own);
    var asAda = realm.actor(ada);
    var asBea = realm.actor(bea);
    Write byAda =
        switch (way) {
          case GRANTS, MIXED -> removal(theirs);
          case ACTIVITY -> realm.activity(bea, false);
          case ROLES -> realm.permissions(own, "tasks:*");
        };
    Write byBea =
        switch (way) {
          case GRANTS -> removal(hers);
          case ACTIVITY, MIXED -> realm.activity(ada, false);
          case ROLES -> orphaned(admin);
        };

    var refusal = begunBeforeTheOtherEnds(asAda, byAda, asBea, byBea);

    assertThat(refusal).hasValueSatisfying(LastAdministratorTest::assertLast);
    assertThat(realm.find(ada.id()).orElseThrow().active()).isTrue();
    assertThat(realm.actor(ada).holdsEverywhere(ALL)).isTrue();
  }

  // ---- somebody who becomes the last administrator while she is being made none ----

  @Test
  void isSheWhoBecameOneWhileItWasNotYetHerTurn() throws Exception {
    var less = realm.role("less", "tasks:*");
    realm.grant(bea, less);

    var refusal =
        whileHeld(
            realm.activity(bea, false),
            session -> {
              allowAll(session, less);
              await(realm.engine().unguarded(Grant_.MODEL).in(session).delete(hers.id()));
            });

    assertThat(refusal).hasValueSatisfying(LastAdministratorTest::assertLast);
    assertThat(realm.find(bea.id()).orElseThrow().active()).isTrue();
  }

  @Test
  void isSheWhoBecameTheTeamsWhileItWasNotYetHerTurn() throws Exception {
    await(realm.engine().unguarded(Grant_.MODEL).delete(hers.id()));
    var less = realm.role("less", "tasks:*");
    var team = realm.team("Ours");
    var leads = realm.member(ada, team, root);
    var follows = realm.member(bea, team, less);

    var refusal =
        whileHeld(
            realm.removal(follows),
            session -> {
              allowAll(session, less);
              await(realm.engine().unguarded(Membership_.MODEL).in(session).delete(leads.id()));
            });

    assertThat(refusal).hasValueSatisfying(LastAdministratorTest::assertLast);
    assertThat(realm.memberships(bea)).isNotEmpty();
  }

  private void allowAll(Session session, Role role) {
    var all = ChangeSet.builder(Role_.MODEL).set(Role_.permissions, List.of("*")).build();
    await(realm.engine().unguarded(Role_.MODEL).in(session).updateAll(Role_.id.eq(role.id()), all));
  }

  /// Begins a write while another transaction holds what guards the last administrator, and lets
  /// that one do its work and end; gives why the write was refused, if it was.
  private Optional<Refusal> whileHeld(Write write, Consumer<Session> others) throws Exception {
    var session = await(realm.database().driver().begin(Mode.WRITE));
    var held = new Administration(new UUID(0, 0), realm.clock().instant());
    await(realm.engine().unguarded(Administration_.MODEL).in(session).upsert(held));
    var waiting = tried(Realm.ROOT, write);
    Thread.ofVirtual().start(waiting);
    var _ = Realm.within(OVERLAP, waiting::isDone);
    others.accept(session);
    await(session.commit());
    return waiting.get(1, TimeUnit.MINUTES);
  }

  private FutureTask<Optional<Refusal>> tried(Actor actor, Write write) {
    return new FutureTask<>(
        () -> {
          try {
            realm.as(actor, write);
            return Optional.empty();
          } catch (Refusal refusal) {
            return Optional.of(refusal);
          }
        });
  }

  /// Does the first, and the second while the first is not committed; gives why the second was
  /// refused, if it was.
  private Optional<Refusal> begunBeforeTheOtherEnds(Actor one, Write first, Actor two, Write second)
      throws Exception {
    var other = tried(two, second);
    realm
        .engine()
        .transactions()
        .run(
            realm.engine().request(one, "first"),
            () -> {
              await(realm.engine().pipeline().run(UserCode.request(), first));
              Thread.ofVirtual().start(other);
              var _ = Realm.within(OVERLAP, other::isDone);
            });
    return other.get(1, TimeUnit.MINUTES);
  }
}
