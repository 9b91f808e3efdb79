package dev.ashlar.examples.tasks;

import dev.ashlar.identity.Credential;
import dev.ashlar.identity.Credential_;
import dev.ashlar.identity.Grant;
import dev.ashlar.identity.Grant_;
import dev.ashlar.identity.Membership;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.identity.Team;
import dev.ashlar.identity.Team_;
import dev.ashlar.identity.User;
import dev.ashlar.identity.User_;
import dev.ashlar.identity.password.PasswordSettings;
import dev.ashlar.identity.password.Passwords;
import dev.ashlar.model.Ref;
import dev.ashlar.runtime.seed.Seed;
import dev.ashlar.runtime.seed.Seeding;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The demonstration's teams, its five accounts, and the people they work with.
@Singleton
public final class DemoPeople implements Seed {
  /// The password of the accounts.
  public static final String PASSWORD = "ashlar-demo";

  private static final List<String> TEAMS =
      List.of("Cathedral works", "Bridge works", "Harbour works", "City walls");

  private static final List<String> FIRST =
      List.of("Ada", "Boris", "Chiara", "Dario", "Edda", "Farid", "Greta", "Hugo", "Ines", "Jonas");

  private static final List<String> LAST =
      List.of("Steiner", "Rossi", "Marsh", "Keller", "Novak", "Lindqvist", "Okafor", "Tanaka");

  /// The accounts in the order of their rights: whom they are, their role, and their teams.
  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("admin", "Alma Admin", Optional.empty(), List.of()),
          new Account("lead", "Lena Lead", Optional.of("lead"), List.of(0, 1)),
          new Account("member", "Milan Member", Optional.of("member"), List.of(0, 1)),
          new Account("guest", "Gina Guest", Optional.of("guest"), List.of(0, 1)),
          new Account("outsider", "Otto Outsider", Optional.of("member"), List.of(2)));

  private record Account(String name, String full, Optional<String> role, List<Integer> teams) {}

  @Override
  public void plant(Seeding seeding) {
    Instant at = seeding.now().minus(Duration.ofDays(400));
    var teams = TEAMS.stream().map(name -> new Team(seeding.id(at), name, 1, at, at)).toList();
    seeding.insertAll(Team_.MODEL, teams);
    var roles = roles(seeding, at);
    var users = new ArrayList<User>();
    var memberships = new ArrayList<Membership>();
    for (Account account : ACCOUNTS) {
      var user = user(seeding, account.name() + "@example.com", account.full(), at);
      users.add(user);
      account
          .role()
          .ifPresent(
              role ->
                  account
                      .teams()
                      .forEach(
                          team ->
                              memberships.add(
                                  membership(
                                      seeding, user, teams.get(team), roles.get(role), at))));
    }
    colleagues(seeding, users, memberships, teams, roles, at);
    seeding.insertAll(User_.MODEL, users);
    seeding.insertAll(Membership_.MODEL, memberships);
    seeding.insertAll(
        Grant_.MODEL,
        List.of(
            new Grant(
                seeding.id(at),
                ref(users.getFirst()),
                Ref.of(Objects.requireNonNull(roles.get("admin")).id()))));
    seeding.insertAll(Credential_.MODEL, credentials(seeding, users, at));
  }

  private static Map<String, Role> roles(Seeding seeding, Instant at) {
    var admin = role(seeding, at, "admin", null, List.of("*"));
    var guest =
        role(
            seeding,
            at,
            "guest",
            null,
            List.of(
                "projects:read",
                "tasks:read",
                "comments:read",
                "labels:read",
                "teams:read",
                "members:read",
                "users:read"));
    var member = role(seeding, at, "member", guest, List.of("tasks:write", "comments:write"));
    var lead =
        role(
            seeding,
            at,
            "lead",
            member,
            List.of("tasks:*", "projects:*", "labels:*", "comments:*", "members:*"));
    seeding.insertAll(Role_.MODEL, List.of(admin, guest, member, lead));
    return Map.of("admin", admin, "guest", guest, "member", member, "lead", lead);
  }

  private static Role role(
      Seeding seeding, Instant at, String name, @Nullable Role parent, List<String> permissions) {
    return new Role(
        seeding.id(at), name, parent == null ? null : Ref.of(parent.id()), permissions, 1);
  }

  private static void colleagues(
      Seeding seeding,
      List<User> users,
      List<Membership> memberships,
      List<Team> teams,
      Map<String, Role> roles,
      Instant at) {
    int number = 0;
    for (String last : LAST) {
      for (String first :
          List.of(
              FIRST.get(number % 10), FIRST.get((number + 3) % 10), FIRST.get((number + 7) % 10))) {
        String mail = "%s.%s@example.com".formatted(first, last).toLowerCase(Locale.ROOT);
        var user = user(seeding, mail, first + " " + last, at);
        users.add(user);
        memberships.add(
            membership(seeding, user, teams.get(number % teams.size()), roles.get("member"), at));
        number++;
      }
    }
  }

  private static User user(Seeding seeding, String mail, String name, Instant at) {
    return new User(seeding.id(at), mail, name, true, at, 1, at, at);
  }

  private static Membership membership(
      Seeding seeding, User user, Team team, @Nullable Role role, Instant at) {
    return new Membership(
        seeding.id(at), ref(user), Ref.of(team.id()), Ref.of(Objects.requireNonNull(role).id()));
  }

  private static Ref<User> ref(User user) {
    return Ref.of(user.id());
  }

  /// Only the accounts have a password; the others cannot log in.
  private static List<Credential> credentials(Seeding seeding, List<User> users, Instant at) {
    var credentials = new ArrayList<Credential>();
    try (var passwords = new Passwords(PasswordSettings.defaults())) {
      for (User user : users.subList(0, ACCOUNTS.size())) {
        String hash = passwords.hash(PASSWORD).toCompletableFuture().join();
        credentials.add(new Credential(seeding.id(at), ref(user), hash, at));
      }
    }
    return credentials;
  }
}
