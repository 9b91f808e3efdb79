package dev.ashlar.identity.token;

import dev.ashlar.identity.Realm;
import dev.ashlar.identity.SigningKeyRow_;
import dev.ashlar.identity.login.StoredSigningKeys;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class StoredSigningKeysTest extends SigningKeyStoreContract {
  private final Realm realm;
  private final SigningKeyStore store;

  StoredSigningKeysTest(TestDatabase database) {
    realm = Realm.open(database);
    UserCode.await(realm.engine().unguarded(SigningKeyRow_.MODEL).deleteAll(Always.TRUE));
    store = new StoredSigningKeys(realm.database());
  }

  @Override
  SigningKeyStore store() {
    return store;
  }

  @AfterEach
  void close() {
    realm.close();
  }
}
