package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.Session;
import dev.ashlar.identity.IdentityChangeKind;
import dev.ashlar.identity.SessionRow;
import dev.ashlar.identity.SessionRow_;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Expr.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Ends logins within a transaction, and has every node told once it is committed.
public final class SessionEnds {
  private final UnguardedRepository<SessionRow> sessions;
  private final IdentityChanges changes;

  public SessionEnds(Database database, IdentityChanges changes) {
    this.sessions = new UnguardedRepository<>(database, SessionRow_.MODEL);
    this.changes = changes;
  }

  /// Ends a login unless it has ended, and gives it if this did. Blocks.
  public List<UUID> end(Session transaction, UUID session, Instant at) {
    return end(transaction, SessionRow_.id.eq(session), at);
  }

  /// Ends a user's logins that have not ended, and gives them. Blocks.
  public List<UUID> endAll(Session transaction, UUID user, Instant at) {
    return end(transaction, SessionRow_.user.is(user), at);
  }

  private List<UUID> end(Session transaction, Condition which, Instant at) {
    var rows = sessions.in(transaction);
    var ended = new ArrayList<UUID>();
    var end = ChangeSet.of(SessionRow_.MODEL).with(SessionRow_.endedAt, at);
    for (var open : await(rows.list(which.and(SessionRow_.endedAt.isNull())))) {
      var still = SessionRow_.id.eq(open.id()).and(SessionRow_.endedAt.isNull());
      if (await(rows.updateAll(still, end)) == 1) {
        changes.write(transaction, IdentityChangeKind.SESSION, open.id());
        ended.add(open.id());
      }
    }
    return List.copyOf(ended);
  }
}
