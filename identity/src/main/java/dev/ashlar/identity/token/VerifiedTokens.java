package dev.ashlar.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.identity.token.TokenCheck.Invalid;
import dev.ashlar.identity.token.TokenCheck.Reason;
import dev.ashlar.identity.token.TokenCheck.Valid;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers which access tokens were verified, since verifying one costs more than a whole read,
/// and knows which sessions were ended before their tokens are over. It is this node's; other nodes
/// are told by whoever ends a session.
public final class VerifiedTokens {
  private final AccessTokens tokens;
  private final InstantSource clock;
  private final Cache<String, Verified> verified;
  private final ConcurrentHashMap<UUID, Long> ended = new ConcurrentHashMap<>();
  private final ArrayDeque<End> ends = new ArrayDeque<>();
  private final Duration memory;

  /// @param capacity how many tokens are remembered; each takes about a kilobyte
  public VerifiedTokens(AccessTokens tokens, int capacity, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
    var settings = tokens.settings();
    // A token may be issued by a clock that is ahead and be accepted by one that is behind.
    this.memory = settings.lifetime().plus(settings.skew().multipliedBy(2));
    // What is over is refused by the clock given here; the cache's own clock only frees the memory.
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(capacity)
            .expireAfterWrite(memory)
            .executor(Runnable::run)
            .build();
  }

  /// Checks a token, by its signature when it is seen for the first time.
  public TokenCheck check(String token) {
    var known = verified.getIfPresent(token);
    if (known != null) {
      if (clock.millis() < known.untilMillis) {
        return isEnded(known.valid) ? new Invalid(Reason.REVOKED) : known.valid;
      }
      verified.invalidate(token);
    }
    return switch (tokens.check(token)) {
      case Valid valid -> remember(token, valid);
      case Invalid invalid -> invalid;
    };
  }

  /// Refuses all tokens of a session from now on, also those not seen yet. Once none can be valid
  /// any more, the session is forgotten.
  public void end(UUID session) {
    long now = clock.millis();
    long until = now + memory.toMillis();
    ended.put(session, until);
    synchronized (ends) {
      ends.addLast(new End(session, until));
      while (ends.getFirst().untilMillis < now) {
        var over = ends.removeFirst();
        // A session that was ended again since is remembered from then on.
        ended.remove(over.session, over.untilMillis);
      }
    }
  }

  /// How many tokens are remembered now.
  public long size() {
    verified.cleanUp();
    return verified.estimatedSize();
  }

  private TokenCheck remember(String token, Valid valid) {
    if (isEnded(valid)) {
      return new Invalid(Reason.REVOKED);
    }
    var until = valid.claims().expiresAt().plus(tokens.settings().skew());
    verified.put(token, new Verified(valid, until.toEpochMilli()));
    return valid;
  }

  private boolean isEnded(Valid valid) {
    return ended.containsKey(valid.claims().session());
  }

  private record Verified(Valid valid, long untilMillis) {}

  private record End(UUID session, long untilMillis) {}
}
