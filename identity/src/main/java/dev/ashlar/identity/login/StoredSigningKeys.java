package dev.ashlar.identity.login;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DataException.Constraint.Rule;
import dev.ashlar.identity.SigningKeyRow;
import dev.ashlar.identity.SigningKeyRow_;
import dev.ashlar.identity.token.SigningKey;
import dev.ashlar.identity.token.SigningKeyStore;
import dev.ashlar.model.Uuid7;
import dev.ashlar.model.query.Expr.Always;
import java.util.List;

/// Keys in the database, where every node finds them. Whoever can read its tables can forge tokens:
/// guard its copies as you guard the database.
public final class StoredSigningKeys implements SigningKeyStore {
  private final UnguardedRepository<SigningKeyRow> rows;

  public StoredSigningKeys(Database database) {
    this.rows = new UnguardedRepository<>(database, SigningKeyRow_.MODEL);
  }

  @Override
  public List<SigningKey> load() {
    return await(rows.list(Always.TRUE, SigningKeyRow_.generation.asc())).stream()
        .map(
            row ->
                SigningKey.of(
                    row.generation(), row.activeFrom(), row.publicKey(), row.privateKey()))
        .toList();
  }

  @Override
  public boolean add(SigningKey key) {
    var row =
        new SigningKeyRow(
            Uuid7.next(),
            key.generation(),
            key.activeFrom(),
            key.publicBytes(),
            key.privateBytes());
    try {
      await(rows.insert(row));
      return true;
    } catch (DataException.Constraint taken) {
      if (taken.rule() == Rule.UNIQUE) {
        return false;
      }
      throw taken;
    }
  }

  @Override
  public void remove(SigningKey key) {
    // By the key itself: another of the same generation is another's.
    var same =
        SigningKeyRow_.generation
            .eq(key.generation())
            .and(SigningKeyRow_.publicKey.eq(key.publicBytes()));
    await(rows.deleteAll(same));
  }
}
