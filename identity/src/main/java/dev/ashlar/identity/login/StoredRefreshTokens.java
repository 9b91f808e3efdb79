package dev.ashlar.identity.login;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.identity.RefreshTokenRow;
import dev.ashlar.identity.RefreshTokenRow_;
import dev.ashlar.identity.SessionRow;
import dev.ashlar.identity.SessionRow_;
import dev.ashlar.identity.actor.IdentityChanges;
import dev.ashlar.identity.actor.SessionEnds;
import dev.ashlar.identity.token.LoginSession;
import dev.ashlar.identity.token.RefreshToken;
import dev.ashlar.identity.token.RefreshTokenStore;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Uuid7;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.One;
import dev.ashlar.runtime.operation.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Logins and their refresh tokens in the database. Who renews or ends a login holds its row, so
/// that both are never done at once.
public final class StoredRefreshTokens implements RefreshTokenStore {
  private static final int SESSION = RefreshTokenRow_.MODEL.columns().size();
  private static final Selection WITH_SESSION =
      Selection.all(RefreshTokenRow_.MODEL)
          .with(new One(RefreshTokenRow_.session.relation(), Selection.all(SessionRow_.MODEL)));

  private final Database database;
  private final UnguardedRepository<SessionRow> sessions;
  private final UnguardedRepository<RefreshTokenRow> tokens;
  private final SessionEnds ends;
  private final IdentityChanges changes;

  public StoredRefreshTokens(Database database, SessionEnds ends, IdentityChanges changes) {
    this.database = database;
    this.sessions = new UnguardedRepository<>(database, SessionRow_.MODEL);
    this.tokens = new UnguardedRepository<>(database, RefreshTokenRow_.MODEL);
    this.ends = ends;
    this.changes = changes;
  }

  @Override
  public void start(LoginSession session, RefreshToken first) {
    Work.in(
        database,
        transaction -> {
          await(sessions.in(transaction).insert(row(session)));
          return insert(transaction, first);
        });
  }

  @Override
  public Optional<Found> find(String hash) {
    var select = select(RefreshTokenRow_.hash.eq(hash));
    return await(
            database.select(
                database.driver(), Lifted.of(select), Viewer.ALL, Bindings.Context.NONE))
        .stream()
        .findFirst()
        .map(StoredRefreshTokens::found);
  }

  @Override
  public boolean exchange(String hash, Instant usedAt, RefreshToken successor) {
    return Work.in(
        database,
        transaction ->
            isOpen(transaction, successor.session())
                && use(transaction, hash, successor.session(), usedAt)
                && insert(transaction, successor));
  }

  @Override
  public boolean add(RefreshToken token) {
    return Work.in(
        database,
        transaction -> isOpen(transaction, token.session()) && insert(transaction, token));
  }

  @Override
  public void end(UUID session, Instant at) {
    changes.ended(Work.in(database, transaction -> ends.end(transaction, session, at)));
  }

  @Override
  public List<UUID> endAll(UUID user, Instant at) {
    var ended = Work.in(database, transaction -> ends.endAll(transaction, user, at));
    changes.ended(ended);
    return ended;
  }

  /// Whether a session, if it is there, has not ended by itself or otherwise.
  boolean isOpen(UUID session, Instant now) {
    return await(sessions.find(session))
        .filter(row -> row.endedAt() == null && now.isBefore(row.expiresAt()))
        .isPresent();
  }

  /// Locks a session's row and tells whether it was not ended.
  private boolean isOpen(Session transaction, UUID session) {
    var select =
        new Select(
            SessionRow_.MODEL,
            Selection.of(List.of(SessionRow_.endedAt)),
            SessionRow_.id.eq(session),
            List.of(),
            Optional.empty(),
            Lock.UPDATE);
    var rows =
        await(database.select(transaction, Lifted.of(select), Viewer.ALL, Bindings.Context.NONE));
    return !rows.isEmpty() && rows.getFirst().isNull(0);
  }

  private boolean use(Session transaction, String hash, UUID session, Instant at) {
    var unused =
        RefreshTokenRow_.hash
            .eq(hash)
            .and(RefreshTokenRow_.session.is(session))
            .and(RefreshTokenRow_.usedAt.isNull());
    var used = ChangeSet.of(RefreshTokenRow_.MODEL).with(RefreshTokenRow_.usedAt, at);
    return await(tokens.in(transaction).updateAll(unused, used)) == 1;
  }

  private boolean insert(Session transaction, RefreshToken token) {
    await(
        tokens
            .in(transaction)
            .insert(
                new RefreshTokenRow(
                    Uuid7.next(),
                    token.hash(),
                    Ref.of(token.session()),
                    token.issuedAt(),
                    token.expiresAt(),
                    token.usedAt())));
    return true;
  }

  private static Select select(Condition where) {
    return new Select(
        RefreshTokenRow_.MODEL, WITH_SESSION, where, List.of(), Optional.empty(), Lock.NONE);
  }

  private static Found found(Fetched row) {
    var token = RefreshTokenRow_.MODEL.reader().read(row);
    var session = SessionRow_.MODEL.reader().read(row.one(SESSION).orElseThrow());
    return new Found(
        new RefreshToken(
            token.hash(), session.id(), token.issuedAt(), token.expiresAt(), token.usedAt()),
        new LoginSession(
            session.id(),
            session.user().id(),
            session.startedAt(),
            session.expiresAt(),
            session.endedAt()));
  }

  private static SessionRow row(LoginSession session) {
    return new SessionRow(
        session.id(),
        Ref.of(session.user()),
        session.startedAt(),
        session.expiresAt(),
        session.endedAt());
  }
}
