package dev.ashlar.identity.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.Membership;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Realm;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.identity.Team;
import dev.ashlar.identity.User;
import dev.ashlar.identity.User_;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.Operation;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Upsert;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Attackers who may change something of users, roles or memberships, and try to rise by it.
@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class EscalationTest {
  private final Realm realm;
  private final Team team;
  private final Team other;
  private final Role reader;
  private final Role lead;
  private final Role owner;
  private final User victim;
  private final User mallory;

  EscalationTest(TestDatabase database) {
    realm = Realm.open(database);
    realm.empty();
    team = realm.team("Ours");
    other = realm.team("Theirs");
    reader = realm.role("reader", "tasks:read");
    lead = realm.child("lead", reader, "members:read", "members:write", "users:read", "teams:read");
    owner = realm.child("owner", lead, "tasks:*", "billing:pay");
    victim = realm.user("victim@example.com");
    mallory = realm.user("mallory@example.com");
  }

  @AfterEach
  void close() {
    realm.close();
  }

  /// Mallory leads the team, and may see all that she refers to.
  private Actor leading() {
    realm.member(mallory, team, lead);
    realm.grant(mallory, realm.role("seer", "roles:read", "users:read", "teams:read"));
    return realm.actor(mallory);
  }

  private Actor everywhere(String... permissions) {
    realm.grant(mallory, realm.role("mallory's", permissions));
    return realm.actor(mallory);
  }

  private void assertForbidden(Actor actor, Operation operation) {
    assertThatThrownBy(() -> realm.as(actor, operation))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN));
  }

  // ---- memberships ----

  @Test
  void givesARoleBelowHerOwn() {
    realm.as(leading(), realm.membership(victim, team, reader));

    assertThat(realm.actor(victim).teams(new Permission("tasks:read"))).containsExactly(team.id());
  }

  @Test
  void givesNoRoleAboveHerOwn() {
    assertForbidden(leading(), realm.membership(victim, team, owner));

    assertThat(realm.actor(victim).teams(new Permission("tasks:read"))).isEmpty();
  }

  @Test
  void raisesNeitherHerselfNorAnother() {
    var actor = leading();
    var hers = memberships(mallory).getFirst();
    var another = realm.member(victim, team, reader);

    assertForbidden(actor, realm.membership(hers, owner));
    assertForbidden(actor, realm.membership(another, owner));
  }

  @Test
  void countsWhatARoleInherits() {
    var innocent = realm.child("innocent", owner);

    assertForbidden(leading(), realm.membership(victim, team, innocent));
  }

  @Test
  void countsAWildcardAsMoreThanItsParts() {
    var all = realm.role("all", "members:*");

    assertForbidden(leading(), realm.membership(victim, team, all));
  }

  @Test
  void takesNoRoleAboveHerOwn() {
    var actor = leading();
    var above = realm.member(victim, team, owner);

    assertForbidden(actor, realm.removal(above));
    assertForbidden(actor, realm.membership(above, reader));
  }

  @Test
  void givesNothingInAnotherTeam() {
    assertForbidden(leading(), realm.membership(victim, other, reader));
  }

  @Test
  void movesNoMembershipToAnotherTeam() {
    var actor = leading();
    var hers = memberships(mallory).getFirst();
    var moved =
        new Update(
            Membership_.MODEL,
            hers.id(),
            ChangeSet.of(Membership_.MODEL).with(Membership_.team, other.id()),
            OptionalInt.empty());

    assertForbidden(actor, moved);
  }

  @Test
  void risesByNoUpsert() {
    var actor = leading();
    var model = Membership_.MODEL;
    var values = realm.membership(mallory, team, owner).values();
    var key = List.<Column<?, ?>>of(Membership_.user, Membership_.team);

    assertForbidden(actor, new Upsert(model, key, values));
  }

  @Test
  void risesByNoBatch() {
    var actor = leading();

    assertForbidden(
        actor,
        new Operation.Batch(
            List.of(
                realm.membership(victim, team, reader),
                realm.membership(memberships(mallory).getFirst(), owner))));
    assertThat(memberships(victim)).isEmpty();
  }

  @Test
  void leavesATeam() {
    realm.as(leading(), realm.removal(memberships(mallory).getFirst()));

    assertThat(memberships(mallory)).isEmpty();
  }

  // ---- grants ----

  @Test
  void grantsOnlyWhatSheHoldsEverywhere() {
    var actor = everywhere("grants:*", "roles:read", "users:read", "tasks:read");
    realm.member(mallory, team, owner);

    assertForbidden(actor, realm.grantOf(mallory, realm.role("god", "*")));
    assertForbidden(realm.actor(mallory), realm.grantOf(mallory, owner));
    realm.as(actor, realm.grantOf(victim, reader));
    assertThat(realm.actor(victim).holdsEverywhere(new Permission("tasks:read"))).isTrue();
  }

  @Test
  void mayNotGrantByARoleInATeam() {
    realm.member(mallory, team, realm.role("granter", "grants:*", "tasks:read"));
    realm.grant(mallory, realm.role("seer", "roles:read", "users:read"));

    assertForbidden(realm.actor(mallory), realm.grantOf(mallory, reader));
  }

  // ---- roles ----

  @Test
  void putsNothingIntoARoleThatSheLacks() {
    var actor = everywhere("roles:*", "tasks:read");

    assertForbidden(actor, realm.permissions(reader, "tasks:read", "billing:pay"));
    assertForbidden(actor, role("mine", "*"));
    realm.as(actor, role("fine", "tasks:read"));
  }

  @Test
  void changesNoRoleAboveHerOwn() {
    var actor = everywhere("roles:*", "tasks:read");

    assertForbidden(actor, realm.permissions(owner, "tasks:read"));
    assertForbidden(actor, new Delete(Role_.MODEL, owner.id(), OptionalInt.of(1)));
  }

  @Test
  void adoptsNoParentAboveHerOwn() {
    var actor = everywhere("roles:*", "tasks:read");
    var hers = realm.role("hers", "tasks:read");
    var adopted =
        new Update(
            Role_.MODEL,
            hers.id(),
            ChangeSet.of(Role_.MODEL).with(Role_.parent, owner.id()),
            OptionalInt.of(1));

    assertForbidden(actor, adopted);
  }

  @Test
  void makesNoCircleAndNamesOnlyPermissions() {
    var circle =
        new Update(
            Role_.MODEL,
            reader.id(),
            ChangeSet.of(Role_.MODEL).with(Role_.parent, owner.id()),
            OptionalInt.of(1));

    assertThatThrownBy(() -> realm.asRoot(circle))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations().getFirst().pointer()).isEqualTo("/parentId"));
    assertThatThrownBy(() -> realm.asRoot(role("odd", "tasks:read", "Everything!")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations().getFirst().pointer()).isEqualTo("/permissions/1"));
  }

  // ---- users ----

  @Test
  void takesNoAccountAboveHerOwn() {
    realm.member(victim, team, owner);
    var actor = everywhere("users:*");

    assertForbidden(actor, realm.activity(victim, false));
    assertForbidden(actor, email(victim, "stolen@example.com"));
    assertForbidden(actor, new Delete(User_.MODEL, victim.id(), OptionalInt.of(1)));
    assertThat(realm.find(victim.id())).contains(victim);
  }

  @Test
  void changesOfHerselfHerNameOnly() {
    realm.member(mallory, team, reader);
    var actor = realm.actor(mallory);

    realm.as(actor, new Update(User_.MODEL, mallory.id(), name("Malory"), OptionalInt.of(1)));

    var renamed = realm.find(mallory.id()).orElseThrow();
    assertThat(renamed.name()).isEqualTo("Malory");
    assertForbidden(actor, email(renamed, "admin@example.com"));
    assertForbidden(actor, realm.activity(renamed, false));
    assertForbidden(
        actor,
        new Update(
            User_.MODEL,
            mallory.id(),
            ChangeSet.of(User_.MODEL).with(User_.emailVerifiedAt, realm.clock().instant()),
            OptionalInt.of(2)));
  }

  @Test
  void keepsAddressesInSmallLetters() {
    realm.asRoot(email(victim, "  New.Name@Example.COM "));

    assertThat(realm.find(victim.id()).orElseThrow().email()).isEqualTo("new.name@example.com");
  }

  private static ChangeSet name(String name) {
    return ChangeSet.of(User_.MODEL).with(User_.name, name);
  }

  private static Update email(User user, String email) {
    return new Update(
        User_.MODEL,
        user.id(),
        ChangeSet.of(User_.MODEL).with(User_.email, email),
        OptionalInt.of(user.version()));
  }

  private static Create role(String name, String... permissions) {
    return new Create(
        Role_.MODEL,
        ChangeSet.builder(Role_.MODEL)
            .set(Role_.name, name)
            .set(Role_.permissions, List.of(permissions))
            .build());
  }

  private List<Membership> memberships(User user) {
    return realm.memberships(user);
  }
}
