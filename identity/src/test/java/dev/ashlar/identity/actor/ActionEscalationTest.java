package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.GrantPolicy;
import dev.ashlar.identity.Grant_;
import dev.ashlar.identity.IdentityChange_;
import dev.ashlar.identity.Membership;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Realm;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.RolePolicy;
import dev.ashlar.identity.Team;
import dev.ashlar.identity.TeamPolicy;
import dev.ashlar.identity.User;
import dev.ashlar.identity.UserPolicy;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.Repositories;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Action;
import dev.ashlar.runtime.operation.Operation;
import dev.ashlar.runtime.operation.Operation.Invoke;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// An application's own actions on memberships let nobody rise, however careless they are.
@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class ActionEscalationTest {
  private final Repositories repositories = new Repositories();
  private final Realm realm;
  private final Team team;
  private final Role reader;
  private final Role owner;
  private final User mallory;
  private final Membership hers;

  ActionEscalationTest(TestDatabase database) {
    realm =
        Realm.open(
            database,
            List.of(
                new UserPolicy(),
                new TeamPolicy(),
                new RolePolicy(),
                new Careless(),
                new GrantPolicy()),
            List.of(
                new Appoint(), new GrantEverywhere(repositories), new GrantQuietly(repositories)));
    repositories.open(realm.engine());
    realm.empty();
    team = realm.team("Ours");
    reader = realm.role("reader", "tasks:read", "members:read");
    owner = realm.child("owner", reader, "tasks:*", "billing:pay");
    mallory = realm.user("mallory@example.com");
    hers = realm.member(mallory, team, reader);
  }

  @AfterEach
  void close() {
    realm.close();
  }

  /// Whoever sees a membership may act on it.
  private static final class Careless implements Policy<Membership> {
    @Override
    public void rules(Rules<Membership> r) {
      r.scope(Membership_.team);
      r.allow(Verb.READ).when(can("members:read").or(Membership_.user.is(actor())));
      r.allow(Verb.UPDATE).when(can("members:read"));
      r.allowAction("appoint").when(can("members:read"));
      r.allowAction("grant").when(can("members:read"));
      r.allowAction("grant_quietly").when(can("members:read"));
    }
  }

  /// Changes the role to the one that it is given.
  private static final class Appoint implements Action<Membership> {
    @Override
    public String name() {
      return "appoint";
    }

    @Override
    public ChangeSet run(
        RequestContext context, EntityModel<Membership> entity, ChangeSet row, String input) {
      return ChangeSet.of(entity).with(Membership_.role, UUID.fromString(input));
    }
  }

  /// Gives the member a role everywhere, by a repository.
  private record GrantEverywhere(Repositories repositories) implements Action<Membership> {
    @Override
    public String name() {
      return "grant";
    }

    @Override
    public ChangeSet run(
        RequestContext context, EntityModel<Membership> entity, ChangeSet row, String input) {
      repositories
          .of(Grant_.MODEL)
          .create(
              ChangeSet.of(Grant_.MODEL)
                  .with(Grant_.user, row.stored(Membership_.user))
                  .with(Grant_.role, UUID.fromString(input)));
      return ChangeSet.of(entity);
    }
  }

  /// The same, going on when it is refused.
  private record GrantQuietly(Repositories repositories) implements Action<Membership> {
    @Override
    public String name() {
      return "grant_quietly";
    }

    @Override
    public ChangeSet run(
        RequestContext context, EntityModel<Membership> entity, ChangeSet row, String input) {
      try {
        return new GrantEverywhere(repositories).run(context, entity, row, input);
      } catch (Refusal refused) {
        return ChangeSet.of(entity);
      }
    }
  }

  private Operation invoke(String action, Role role) {
    return new Invoke(
        Membership_.MODEL, hers.id(), action, role.id().toString(), OptionalInt.empty());
  }

  private void assertForbidden(Actor actor, Operation operation) {
    assertThatThrownBy(() -> realm.as(actor, operation))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN));
  }

  private boolean holds(String permission) {
    return realm.actor(mallory).teams(new Permission(permission)).contains(team.id());
  }

  @Test
  void raisesNobodyByTheChangesItAsksFor() {
    // Who sees a member's role may refer to it.
    realm.member(realm.user("owner@example.com"), team, owner);
    var actor = realm.actor(mallory);

    assertForbidden(actor, invoke("appoint", owner));

    assertThat(holds("billing:pay")).isFalse();
    assertThat(holds("tasks:read")).isTrue();
  }

  @Test
  void raisesNobodyByARepository() {
    realm.grant(mallory, realm.role("granter", "grants:write", "roles:read", "users:read"));
    var actor = realm.actor(mallory);

    assertForbidden(actor, invoke("grant", owner));

    assertThat(realm.actor(mallory).holdsEverywhere(new Permission("billing:pay"))).isFalse();
  }

  @Test
  void changesWhatItsActorMightChangeAnyhow() {
    realm.grant(mallory, realm.role("chief", "*"));

    realm.as(realm.actor(mallory), invoke("appoint", owner));

    assertThat(holds("billing:pay")).isTrue();
  }

  @Test
  void tellsOfWhatItChanges() {
    realm.grant(mallory, realm.role("chief", "*"));
    var actor = realm.actor(mallory);
    long before = changes();

    realm.as(actor, invoke("appoint", owner));

    assertThat(changes()).isGreaterThan(before);
  }

  private long changes() {
    return await(
        realm
            .engine()
            .unguarded(IdentityChange_.MODEL)
            .count(IdentityChange_.subject.eq(mallory.id())));
  }

  @Test
  void leavesNothingOfWhatWasRefusedWhereTheActionGoesOn() {
    var actor = realm.actor(mallory);

    realm.as(actor, invoke("grant_quietly", owner));

    assertThat(realm.actor(mallory).holdsEverywhere(new Permission("billing:pay"))).isFalse();
    assertThat(holds("tasks:read")).isTrue();
  }

  @Test
  void bindsNobodyToAUserSheMayNotSee() {
    var stranger = realm.user("stranger@example.com");
    var changes = ChangeSet.of(Membership_.MODEL).with(Membership_.user, stranger.id());

    assertThatThrownBy(
            () ->
                realm.as(
                    realm.actor(mallory),
                    new Update(Membership_.MODEL, hers.id(), changes, OptionalInt.empty())))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.violations().toString()).contains("unknown_reference"));
  }
}
