package dev.ashlar.identity.login;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.identity.Credential;
import dev.ashlar.identity.Credential_;
import dev.ashlar.identity.User;
import dev.ashlar.identity.User_;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Uuid7;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.One;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Users and their passwords in the database.
final class Accounts {
  private static final Selection WITH_USER =
      Selection.all(Credential_.MODEL)
          .with(new One(Credential_.user.relation(), Selection.all(User_.MODEL)));

  private static final int USER = Credential_.MODEL.columns().size();

  private final Database database;
  private final UnguardedRepository<User> users;
  private final UnguardedRepository<Credential> credentials;

  Accounts(Database database) {
    this.database = database;
    this.users = new UnguardedRepository<>(database, User_.MODEL);
    this.credentials = new UnguardedRepository<>(database, Credential_.MODEL);
  }

  /// Somebody who can log in with a password.
  record Account(User user, Credential credential) {}

  /// The account of an e-mail address, in one statement whether there is one or not.
  Optional<Account> find(String email) {
    var select =
        new Select(
            Credential_.MODEL,
            WITH_USER,
            Credential_.user().email.eq(email),
            List.of(),
            Optional.empty(),
            Lock.NONE);
    return await(
            database.select(
                database.driver(), Lifted.of(select), Viewer.ALL, Bindings.Context.NONE))
        .stream()
        .findFirst()
        .map(Accounts::account);
  }

  boolean exists(String email) {
    return await(users.count(User_.email.eq(email))) > 0;
  }

  boolean isActive(UUID user) {
    return await(users.find(user)).filter(User::active).isPresent();
  }

  void add(Executor transaction, UUID user, String hash, Instant now) {
    await(
        credentials.in(transaction).insert(new Credential(Uuid7.next(), Ref.of(user), hash, now)));
  }

  /// Replaces a password's hash, unless it was replaced since it was read.
  boolean replace(Executor executor, Credential read, String hash, Instant now) {
    var same = Credential_.id.eq(read.id()).and(Credential_.passwordHash.eq(read.passwordHash()));
    var changes =
        ChangeSet.builder(Credential_.MODEL)
            .set(Credential_.passwordHash, hash)
            .set(Credential_.changedAt, now)
            .build();
    return await(credentials.in(executor).updateAll(same, changes)) == 1;
  }

  private static Account account(Fetched row) {
    return new Account(
        User_.MODEL.reader().read(row.one(USER).orElseThrow()),
        Credential_.MODEL.reader().read(row));
  }
}
