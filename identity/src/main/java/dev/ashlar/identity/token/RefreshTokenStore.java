package dev.ashlar.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where sessions and their refresh tokens are kept; one place for all nodes. Every method is one
/// transaction, and may block.
public interface RefreshTokenStore {
  /// Keeps a new session and its first token.
  void start(LoginSession session, RefreshToken first);

  /// The token of this hash, with its session.
  Optional<Found> find(String hash);

  /// Marks a token as used and keeps its successor, unless it is used already or its session has
  /// ended. Of several that try it at once, one succeeds.
  ///
  /// @return whether this call did it
  boolean exchange(String hash, Instant usedAt, RefreshToken successor);

  /// Keeps a further token of a session, unless the session has ended.
  ///
  /// @return whether it is kept
  boolean add(RefreshToken token);

  /// Ends a session, which stays ended at the time it was first ended.
  void end(UUID session, Instant at);

  /// Ends all sessions of a user that have not ended yet.
  ///
  /// @return those that this call ended
  List<UUID> endAll(UUID user, Instant at);

  /// A token and the session it belongs to.
  record Found(RefreshToken token, LoginSession session) {}
}
