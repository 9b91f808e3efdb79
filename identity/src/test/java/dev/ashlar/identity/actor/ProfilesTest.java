package dev.ashlar.identity.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.Realm;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class ProfilesTest {
  private final Realm realm;
  private final Profiles profiles;

  ProfilesTest(TestDatabase database) {
    realm = Realm.open(database);
    realm.empty();
    profiles = new Profiles(realm.database());
  }

  @AfterEach
  void close() {
    realm.close();
  }

  @Test
  void flattensRolesOfTeamsAndOfEverywhere() {
    var reader = realm.role("reader", "tasks:read");
    var writer = realm.child("writer", reader, "tasks:write");
    var lead = realm.child("lead", writer, "members:*");
    var one = realm.team("One");
    var two = realm.team("Two");
    var user = realm.user("u@example.com");
    realm.member(user, one, lead);
    realm.member(user, two, reader);
    realm.grant(user, realm.role("pays", "billing:pay"));

    var actor = profiles.find(user.id()).orElseThrow().actor();

    assertThat(actor.id()).contains(user.id());
    assertThat(actor.name()).isEqualTo("u@example.com");
    assertThat(actor.teams(new Permission("tasks:read")))
        .containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(actor.teams(new Permission("tasks:write"))).containsExactly(one.id());
    assertThat(actor.teams(new Permission("members:read"))).containsExactly(one.id());
    assertThat(actor.holdsEverywhere(new Permission("billing:pay"))).isTrue();
    assertThat(actor.holdsEverywhere(new Permission("tasks:read"))).isFalse();
    assertThat(actor.attribute("email")).contains("u@example.com");
    assertThat(actor.attribute("emailVerified")).contains(false);
  }

  @Test
  void knowsNobodyWhoIsNotThere() {
    assertThat(profiles.find(UUID.randomUUID())).isEqualTo(Optional.empty());
  }

  @Test
  void bearsRolesThatAreTheirOwnAncestors() {
    var one = realm.role("one", "tasks:read");
    var two = realm.child("two", one, "tasks:write");
    parent(one, two);
    var user = realm.user("u@example.com");
    realm.grant(user, two);

    assertThat(profiles.find(user.id()).orElseThrow().permissions())
        .containsExactlyInAnyOrder(new Permission("tasks:read"), new Permission("tasks:write"));
  }

  @Test
  void ignoresWhatIsNoPermission() {
    var user = realm.user("u@example.com");
    realm.grant(user, realm.role("odd", "tasks:read", "what?", ""));

    assertThat(profiles.find(user.id()).orElseThrow().permissions())
        .containsExactly(new Permission("tasks:read"));
  }

  private void parent(Role role, Role parent) {
    UserCode.await(
        realm
            .engine()
            .unguarded(Role_.MODEL)
            .updateAll(
                Role_.id.eq(role.id()), ChangeSet.of(Role_.MODEL).with(Role_.parent, parent.id())));
  }
}
