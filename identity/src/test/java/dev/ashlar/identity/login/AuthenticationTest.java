package dev.ashlar.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.Realm;
import dev.ashlar.identity.User;
import dev.ashlar.identity.User_;
import dev.ashlar.identity.login.Login.LoggedIn;
import dev.ashlar.identity.login.Login.Refused;
import dev.ashlar.identity.login.Registration.Newcomer;
import dev.ashlar.identity.login.Registration.Registered;
import dev.ashlar.identity.login.Registration.Taken;
import dev.ashlar.identity.login.Registration.Unfit;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class AuthenticationTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
  private static final String EMAIL = "ada@example.com";
  private static final String PASSWORD = "difference engine";
  private static final Duration PROMISED = Duration.ofSeconds(1);

  private final TestDatabase database;
  private final Realm realm;
  private final Authentication authentication;

  AuthenticationTest(TestDatabase database) {
    this.database = database;
    realm = Realm.open(database);
    realm.empty();
    authentication = realm.authentication();
  }

  @AfterEach
  void close() {
    realm.close();
  }

  private User register() {
    return register(EMAIL);
  }

  private User register(String email) {
    var made = authentication.register(new Newcomer(email, PASSWORD, "Ada"), HERE, "r1");
    assertThat(made).isInstanceOf(Registered.class);
    return realm.find(((Registered) made).user()).orElseThrow();
  }

  private Tokens login() {
    return login(EMAIL);
  }

  private Tokens login(String email) {
    var login = authentication.login(email, PASSWORD, HERE);
    assertThat(login).isInstanceOf(LoggedIn.class);
    return ((LoggedIn) login).tokens();
  }

  // ---- registering ----

  @Test
  void registersOnce() {
    var user = register();

    assertThat(user.email()).isEqualTo(EMAIL);
    assertThat(user.active()).isTrue();
    assertThat(authentication.register(new Newcomer(" ADA@example.com", PASSWORD, "A"), HERE, "r"))
        .isEqualTo(new Taken());
  }

  @Test
  void saysEverythingThatDoesNotFit() {
    var answer = authentication.register(new Newcomer("nobody", "short", " "), HERE, "r1");

    assertThat(answer).isInstanceOf(Unfit.class);
    assertThat(((Unfit) answer).violations())
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder("/email", "/name", "/password");
  }

  @Test
  void registersOneOfManyAtOnce() throws InterruptedException, ExecutionException {
    int made = 0;
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var trying =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      clients.submit(
                          () ->
                              authentication.register(
                                  new Newcomer(EMAIL, PASSWORD, "Ada " + i), HERE, "r" + i)))
              .toList();
      for (var one : trying) {
        var answer = one.get();
        assertThat(answer).isInstanceOfAny(Registered.class, Taken.class);
        made += answer instanceof Registered ? 1 : 0;
      }
    }
    assertThat(made).isEqualTo(1);
  }

  @Test
  void slowsDownTheMakingOfAccounts() {
    for (int i = 0; i < 20; i++) {
      var newcomer = new Newcomer("n%d@example.com".formatted(i), PASSWORD, "N");
      assertThat(authentication.register(newcomer, HERE, "r")).isInstanceOf(Registered.class);
    }

    assertThat(authentication.register(new Newcomer(EMAIL, PASSWORD, "Ada"), HERE, "r"))
        .isInstanceOf(Registration.TooSoon.class);
  }

  // ---- logging in ----

  @Test
  void logsIn() {
    var user = register();

    var tokens = login(" Ada@Example.com ");

    assertThat(tokens.expiresIn()).isEqualTo(Duration.ofMinutes(10));
    assertThat(realm.verified(tokens.accessToken()).orElseThrow().id()).contains(user.id());
  }

  @Test
  void answersAlikeWhetherThereIsAnAccountOrNot() {
    register();
    var passwordless = realm.user("passwordless@example.com");
    var gone = realm.user("gone@example.com");
    realm.asRoot(realm.activity(gone, false));

    for (var email : new String[] {EMAIL, "none@example.com", passwordless.email(), "", "x"}) {
      assertThat(authentication.login(email, "not her password", HERE)).isEqualTo(new Refused());
    }
  }

  @Test
  void slowsDownGuessingAlikeWhetherThereIsAnAccountOrNot() {
    register();

    for (var email : new String[] {EMAIL, "none@example.com"}) {
      for (int i = 0; i < 5; i++) {
        assertThat(authentication.login(email, "guess " + i, HERE)).isEqualTo(new Refused());
      }
      assertThat(authentication.login(email, PASSWORD, HERE)).isInstanceOf(Login.TooSoon.class);
    }
  }

  @Test
  void letsInOnceTheWaitIsOver() {
    register();
    for (int i = 0; i < 5; i++) {
      authentication.login(EMAIL, "guess " + i, HERE);
    }

    realm.clock().advance(Duration.ofSeconds(2));

    assertThat(authentication.login(EMAIL, PASSWORD, HERE)).isInstanceOf(LoggedIn.class);
  }

  @Test
  void refusesWhoIsNotActive() {
    var user = register();
    var tokens = login();
    assertThat(realm.verified(tokens.accessToken())).isPresent();

    realm.asRoot(realm.activity(user, false));

    assertThat(authentication.known(tokens.accessToken())).isEmpty();
    assertThat(realm.verified(tokens.accessToken())).isEmpty();
    assertThat(authentication.refresh(tokens.refreshToken())).isEmpty();
    assertThat(authentication.login(EMAIL, PASSWORD, HERE)).isEqualTo(new Refused());
  }

  @Test
  void revivesNoLoginWithItsUser() {
    var user = register();
    var tokens = login();
    realm.asRoot(realm.activity(user, false));
    realm.asRoot(realm.activity(realm.find(user.id()).orElseThrow(), true));

    assertThat(realm.verified(tokens.accessToken())).isEmpty();
    assertThat(authentication.refresh(tokens.refreshToken())).isEmpty();
    assertThat(realm.verified(login().accessToken())).isPresent();
  }

  @Test
  void forgetsAUserWithHerLogins() {
    var user = register();
    var tokens = login();

    realm.asRoot(new Delete(User_.MODEL, user.id(), OptionalInt.of(user.version())));

    assertThat(realm.verified(tokens.accessToken())).isEmpty();
    assertThat(authentication.refresh(tokens.refreshToken())).isEmpty();
    assertThat(authentication.login(EMAIL, PASSWORD, HERE)).isEqualTo(new Refused());
  }

  // ---- tokens ----

  @Test
  void remembersAnActorForEveryToken() {
    register();
    var one = login().accessToken();
    var two = login().accessToken();
    assertThat(authentication.known(one)).isEmpty();

    var actor = realm.verified(one).orElseThrow();
    realm.verified(two);

    assertThat(authentication.known(one).orElseThrow()).isSameAs(actor);
    assertThat(authentication.known(one).orElseThrow()).isSameAs(actor);
    assertThat(authentication.known(two).orElseThrow()).isSameAs(actor);
  }

  @Test
  void refusesWhatIsOverOrForged() {
    register();
    var token = login().accessToken();
    realm.verified(token);

    assertThat(realm.verified(token.substring(0, token.length() - 2))).isEmpty();
    assertThat(realm.verified("nothing")).isEmpty();
    realm.clock().advance(Duration.ofMinutes(11));
    assertThat(authentication.known(token)).isEmpty();
    assertThat(realm.verified(token)).isEmpty();
  }

  @Test
  void exchangesRefreshTokensAndEndsALoginWhenOneIsUsedTwice() {
    register();
    var first = login();
    var second = authentication.refresh(first.refreshToken()).orElseThrow();
    assertThat(realm.verified(second.accessToken())).isPresent();

    assertThat(authentication.refresh(first.refreshToken())).isEmpty();

    assertThat(authentication.refresh(second.refreshToken())).isEmpty();
    assertThat(authentication.known(second.accessToken())).isEmpty();
    assertThat(realm.verified(second.accessToken())).isEmpty();
  }

  @Test
  void exchangesATokenOnceAmongManyAndEndsTheLogin()
      throws InterruptedException, ExecutionException {
    register();
    var tokens = login();
    int exchanged = 0;
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var trying =
          IntStream.range(0, 8)
              .mapToObj(_ -> clients.submit(() -> authentication.refresh(tokens.refreshToken())))
              .toList();
      for (var one : trying) {
        exchanged += one.get().isPresent() ? 1 : 0;
      }
    }

    // Whoever comes second is taken for a thief, and nobody knows which of them it is.
    assertThat(exchanged).isEqualTo(1);
    assertThat(realm.verified(tokens.accessToken())).isEmpty();
  }

  @Test
  void logsOut() {
    register();
    var tokens = login();
    var beside = login();
    realm.verified(tokens.accessToken());

    assertThat(authentication.logout(tokens.accessToken())).isTrue();

    assertThat(authentication.known(tokens.accessToken())).isEmpty();
    assertThat(realm.verified(tokens.accessToken())).isEmpty();
    assertThat(authentication.refresh(tokens.refreshToken())).isEmpty();
    assertThat(authentication.logout(tokens.accessToken())).isFalse();
    assertThat(realm.verified(beside.accessToken())).isPresent();
  }

  @Test
  void logsOutByARefreshToken() {
    register();
    var tokens = login();
    realm.verified(tokens.accessToken());

    authentication.logoutBy(tokens.refreshToken());
    authentication.logoutBy("unknown");

    assertThat(authentication.known(tokens.accessToken())).isEmpty();
  }

  // ---- what changes ----

  @Test
  void seesAtOnceWhatChangesHere() {
    var user = register();
    var token = login().accessToken();
    var team = realm.team("Team");
    var reader = realm.role("reader", "tasks:read");
    assertThat(realm.verified(token).orElseThrow().teams(read())).isEmpty();

    realm.asRoot(realm.membership(user, team, reader));
    assertThat(realm.verified(token).orElseThrow().teams(read())).containsExactly(team.id());

    realm.asRoot(realm.permissions(reader, "other:read"));
    assertThat(realm.verified(token).orElseThrow().teams(read())).isEmpty();

    var pays = realm.role("pays", "billing:pay");
    realm.asRoot(realm.grantOf(user, pays));
    assertThat(realm.verified(token).orElseThrow().holdsEverywhere(new Permission("billing:pay")))
        .isTrue();

    realm.asRoot(realm.removal(realm.memberships(user).getFirst()));
    assertThat(realm.verified(token).orElseThrow().teams(new Permission("other:read"))).isEmpty();
  }

  @Test
  void endsNoLoginByWhatIsUndone() {
    var user = register();
    var tokens = login();
    var actor = realm.verified(tokens.accessToken()).orElseThrow();

    realm.tried(realm.activity(user, false));
    realm.tried(realm.membership(user, realm.team("Team"), realm.role("r", "tasks:read")));
    var impossible = new Delete(User_.MODEL, UUID.randomUUID(), OptionalInt.of(1));
    assertThatThrownBy(
            () -> realm.asRoot(new Batch(List.of(realm.activity(user, false), impossible))))
        .isInstanceOf(Refusal.class);
    register("other@example.com");

    assertThat(realm.verified(tokens.accessToken()).orElseThrow().id()).isEqualTo(actor.id());
    var next = authentication.refresh(tokens.refreshToken()).orElseThrow();
    assertThat(realm.verified(next.accessToken())).isPresent();
  }

  @Test
  void seesWithinASecondWhatChangesElsewhere() {
    var user = register();
    var team = realm.team("Team");
    var reader = realm.role("reader", "tasks:read");
    var member = realm.member(user, team, reader);
    try (var elsewhere = realm.beside(database)) {
      var token = login().accessToken();
      var ending = login().accessToken();
      assertThat(elsewhere.verified(token).orElseThrow().teams(read())).isNotEmpty();
      assertThat(elsewhere.verified(ending)).isPresent();

      realm.asRoot(realm.removal(member));
      authentication.logout(ending);

      assertThat(
              Realm.within(
                  PROMISED, () -> elsewhere.verified(token).orElseThrow().teams(read()).isEmpty()))
          .isTrue();
      assertThat(Realm.within(PROMISED, () -> elsewhere.verified(ending).isEmpty())).isTrue();

      realm.asRoot(realm.activity(user, false));
      assertThat(Realm.within(PROMISED, () -> elsewhere.verified(token).isEmpty())).isTrue();
    }
  }

  @Test
  void knowsAfterARestartWhichLoginsHaveEnded() {
    register();
    var tokens = login();
    authentication.logout(tokens.accessToken());

    try (var later = realm.beside(database)) {
      assertThat(later.verified(tokens.accessToken())).isEmpty();
    }
  }

  @Test
  void acceptsTheRootKeyAlone() {
    var root = authentication.root(Realm.ROOT_KEY).orElseThrow();

    assertThat(root.holdsEverywhere(new Permission("anything:at-all"))).isTrue();
    assertThat(root.id()).isEmpty();
    assertThat(authentication.root(Realm.ROOT_KEY + "0")).isEmpty();
    assertThat(authentication.root("")).isEmpty();
  }

  private static Permission read() {
    return new Permission("tasks:read");
  }
}
