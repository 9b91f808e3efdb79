package dev.ashlar.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.identity.token.TokenCheck.Invalid;
import dev.ashlar.identity.token.TokenCheck.Reason;
import dev.ashlar.identity.token.TokenCheck.Valid;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Remembers which access tokens were verified, since verifying one costs more than a whole read,
/// and knows which sessions were ended before their tokens are over. It is this node's; other nodes
/// are told by whoever ends a session.
public final class VerifiedTokens {
  private static final long REPEAT_MILLIS = 1_000;

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

  /// What a token says, if it was verified before and is still in force: neither blocks nor
  /// computes.
  public Optional<Valid> known(String token) {
    var known = verified.getIfPresent(token);
    return known == null || clock.millis() >= known.untilMillis || isEnded(known.claims())
        ? Optional.empty()
        : known.valid;
  }

  /// Checks a token, by its signature when it is seen for the first time.
  public TokenCheck check(String token) {
    return check(token, _ -> true);
  }

  /// Checks a token, by its signature and by whether its session is open when it is seen for the
  /// first time: this node may have begun after the session was ended.
  ///
  /// @param isOpen asked before the token is remembered; it may block
  public TokenCheck check(String token, Predicate<AccessClaims> isOpen) {
    var known = verified.getIfPresent(token);
    if (known != null) {
      if (clock.millis() < known.untilMillis) {
        return isEnded(known.claims()) ? new Invalid(Reason.REVOKED) : known.valid.orElseThrow();
      }
      verified.invalidate(token);
    }
    return switch (tokens.check(token)) {
      case Valid valid when isOpen.test(valid.claims()) -> remember(token, valid);
      case Valid _ -> new Invalid(Reason.REVOKED);
      case Invalid invalid -> invalid;
    };
  }

  /// Refuses all tokens of a session from now on, also those not seen yet. Once none can be valid
  /// any more, the session is forgotten.
  public void end(UUID session) {
    long now = clock.millis();
    long until = now + memory.toMillis();
    var before = ended.put(session, until);
    if (before != null && before > until - REPEAT_MILLIS) {
      // Told again: what was noted a moment ago does as well.
      ended.put(session, before);
      return;
    }
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
    if (isEnded(valid.claims())) {
      return new Invalid(Reason.REVOKED);
    }
    var until = valid.claims().expiresAt().plus(tokens.settings().skew());
    verified.put(token, new Verified(Optional.of(valid), until.toEpochMilli()));
    return valid;
  }

  private boolean isEnded(AccessClaims claims) {
    return ended.containsKey(claims.session());
  }

  /// @param valid kept as it is answered, so that nothing is made for a request
  private record Verified(Optional<Valid> valid, long untilMillis) {
    AccessClaims claims() {
      return valid.orElseThrow().claims();
    }
  }

  private record End(UUID session, long untilMillis) {}
}
