package dev.ashlar.identity.token;

import dev.ashlar.identity.Realm;
import dev.ashlar.identity.User;
import dev.ashlar.identity.User_;
import dev.ashlar.identity.actor.IdentityChanges;
import dev.ashlar.identity.actor.SessionEnds;
import dev.ashlar.identity.login.StoredRefreshTokens;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class StoredRefreshTokensTest extends RefreshTokenStoreContract {
  private final Realm realm;
  private final RefreshTokenStore store;

  StoredRefreshTokensTest(TestDatabase database) {
    realm = Realm.open(database);
    realm.empty();
    var changes = new IdentityChanges(realm.database(), realm.clock());
    store =
        new StoredRefreshTokens(
            realm.database(), new SessionEnds(realm.database(), changes), changes);
  }

  @Override
  RefreshTokenStore store() {
    return store;
  }

  @Override
  void createUser(UUID user) {
    var now = realm.clock().instant();
    var row = new User(user, user + "@example.com", "Somebody", true, null, 1, now, now);
    UserCode.await(realm.engine().unguarded(User_.MODEL).insert(row));
  }

  @AfterEach
  void close() {
    realm.close();
  }
}
