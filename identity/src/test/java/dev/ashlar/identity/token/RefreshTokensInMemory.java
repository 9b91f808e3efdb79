package dev.ashlar.identity.token;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The contract in its simplest form: one lock around two maps.
final class RefreshTokensInMemory implements RefreshTokenStore {
  private final Map<UUID, LoginSession> sessions = new HashMap<>();
  private final Map<String, RefreshToken> tokens = new HashMap<>();

  @Override
  public synchronized void start(LoginSession session, RefreshToken first) {
    sessions.put(session.id(), session);
    tokens.put(first.hash(), first);
  }

  @Override
  public synchronized Optional<Found> find(String hash) {
    return Optional.ofNullable(tokens.get(hash))
        .map(token -> new Found(token, session(token.session())));
  }

  @Override
  public synchronized boolean exchange(String hash, Instant usedAt, RefreshToken successor) {
    var token = tokens.get(hash);
    if (token == null || token.usedAt() != null || !add(successor)) {
      return false;
    }
    tokens.put(
        hash, new RefreshToken(hash, token.session(), token.issuedAt(), token.expiresAt(), usedAt));
    return true;
  }

  @Override
  public synchronized boolean add(RefreshToken token) {
    if (session(token.session()).endedAt() != null) {
      return false;
    }
    tokens.put(token.hash(), token);
    return true;
  }

  @Override
  public synchronized void end(UUID session, Instant at) {
    sessions.computeIfPresent(session, (_, open) -> ended(open, at));
  }

  @Override
  public synchronized List<UUID> endAll(UUID user, Instant at) {
    var open =
        sessions.values().stream()
            .filter(session -> session.user().equals(user) && session.endedAt() == null)
            .map(LoginSession::id)
            .toList();
    open.forEach(session -> end(session, at));
    return open;
  }

  private LoginSession session(UUID id) {
    return Optional.ofNullable(sessions.get(id)).orElseThrow();
  }

  private static LoginSession ended(LoginSession open, Instant at) {
    return open.endedAt() != null
        ? open
        : new LoginSession(open.id(), open.user(), open.startedAt(), open.expiresAt(), at);
  }
}
