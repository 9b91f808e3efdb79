package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.identity.Credential;
import dev.ashlar.identity.Credential_;
import dev.ashlar.identity.IdentityChangeKind;
import dev.ashlar.identity.RefreshTokenRow;
import dev.ashlar.identity.RefreshTokenRow_;
import dev.ashlar.identity.SessionRow;
import dev.ashlar.identity.SessionRow_;
import dev.ashlar.identity.User;
import dev.ashlar.identity.User_;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A user is changed by herself, or by those who hold all that she holds; her e-mail address is
/// kept in small letters, and her logins end when she is deactivated, which the last administrator
/// is not.
final class UserHook implements Hook<User> {
  private final UnguardedRepository<User> users;
  private final UnguardedRepository<Credential> credentials;
  private final UnguardedRepository<SessionRow> sessions;
  private final UnguardedRepository<RefreshTokenRow> tokens;
  private final Profiles profiles;
  private final Administrators administrators;
  private final SessionEnds ends;
  private final IdentityChanges changes;

  UserHook(Database database, Profiles profiles, SessionEnds ends, IdentityChanges changes) {
    this.users = new UnguardedRepository<>(database, User_.MODEL);
    this.credentials = new UnguardedRepository<>(database, Credential_.MODEL);
    this.sessions = new UnguardedRepository<>(database, SessionRow_.MODEL);
    this.tokens = new UnguardedRepository<>(database, RefreshTokenRow_.MODEL);
    this.profiles = profiles;
    this.administrators = new Administrators(database, profiles);
    this.ends = ends;
    this.changes = changes;
  }

  @Override
  public Set<Verb> verbs() {
    return Set.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE);
  }

  @Override
  public ChangeSet before(Call<User> call) {
    call.before().ifPresent(_ -> judge(call, call.id().orElseThrow()));
    if (call.verb() == Verb.DELETE) {
      removeLogins(call, call.id().orElseThrow());
    }
    return call.changes().stored(User_.email) instanceof String email
        ? call.changes().with(User_.email, EmailAddress.normalized(email))
        : call.changes();
  }

  @Override
  public void after(Call<User> call) {
    if (call.verb() == Verb.CREATE) {
      return;
    }
    var states = new States<>(call, users);
    var user = call.id().orElseThrow();
    if (states.after().filter(row -> !row.active()).isPresent()) {
      ends.endAll(states.session(), user, call.context().now());
      if (states.before().filter(User::active).isPresent()) {
        administrators.deactivated(states.session(), user, call.context().now());
      }
    }
    states.tell(changes, IdentityChangeKind.USER, user);
  }

  private void judge(Call<User> call, UUID user) {
    var actor = call.context().actor();
    if (actor.id().equals(Optional.of(user))) {
      return;
    }
    var found = profiles.find(new States<>(call, users).session(), user).orElseThrow();
    Ceiling.everywhere(actor, found.permissions());
    found.teams().forEach(held -> Ceiling.inTeam(actor, held.team().id(), held.permissions()));
  }

  /// What is left of her by then, such as memberships, keeps the deletion from being done.
  private void removeLogins(Call<User> call, UUID user) {
    var session = new States<>(call, users).session();
    ends.endAll(session, user, call.context().now());
    var logins =
        await(sessions.in(session).list(SessionRow_.user.is(user))).stream()
            .map(SessionRow::id)
            .toList();
    for (var login : logins) {
      await(tokens.in(session).deleteAll(RefreshTokenRow_.session.is(login)));
    }
    await(sessions.in(session).deleteAll(SessionRow_.user.is(user)));
    await(credentials.in(session).deleteAll(Credential_.user.is(user)));
  }
}
