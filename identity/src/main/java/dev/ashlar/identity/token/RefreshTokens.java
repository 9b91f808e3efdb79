package dev.ashlar.identity.token;

import dev.ashlar.identity.token.RefreshTokenStore.Found;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Keeps logins alive: each refresh token is used once, for its successor. One that is used a
/// second time was stolen, or its successor was; nobody can tell the thief from the owner, so the
/// whole login ends. Only hashes are stored. Blocks where the store does.
public final class RefreshTokens {
  /// Recognizable to those who search for leaked secrets.
  private static final String PREFIX = "ashlar_rt_";

  private static final int BYTES = 32;
  private static final Pattern FORMAT = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

  private final RefreshTokenStore store;
  private final RefreshSettings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public RefreshTokens(RefreshTokenStore store, RefreshSettings settings, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /// Begins a session with its first token.
  ///
  /// @param session the new session's id
  public Issued start(UUID session, UUID user) {
    var now = clock.instant();
    var login = new LoginSession(session, user, now, now.plus(settings.session()), null);
    var first = issue(login, now);
    store.start(login, stored(first, now));
    return first;
  }

  /// Exchanges a token for its successor.
  public Refresh refresh(String token) {
    if (!FORMAT.matcher(token).matches()) {
      return new Refused(Reason.UNKNOWN);
    }
    var hash = hash(token);
    var now = clock.instant();
    var found = store.find(hash);
    if (found.isPresent() && decide(found.get(), now) == Decision.EXCHANGE) {
      var next = issue(found.get().session(), now);
      if (store.exchange(hash, now, stored(next, now))) {
        return new Refreshed(next);
      }
      // Somebody used the token or ended the session since: what is stored now decides.
      found = store.find(hash);
    }
    return found.map(known -> refreshUsed(known, now)).orElseGet(() -> new Refused(Reason.UNKNOWN));
  }

  /// Ends a session, as a logout does. Its access tokens are ended by [VerifiedTokens#end].
  public void end(UUID session) {
    store.end(session, clock.instant());
  }

  /// Ends the session that a token belongs to, used or not.
  ///
  /// @return whether there is such a token
  public boolean endOf(String token) {
    var found = FORMAT.matcher(token).matches() ? store.find(hash(token)) : Optional.<Found>empty();
    found.ifPresent(known -> end(known.session().id()));
    return found.isPresent();
  }

  /// Ends all sessions of a user, as a new password does.
  ///
  /// @return the sessions that were still open, whose access tokens are to be ended too
  public List<UUID> endAll(UUID user) {
    return store.endAll(user, clock.instant());
  }

  private Refresh refreshUsed(Found found, Instant now) {
    var session = found.session();
    return switch (decide(found, now)) {
      case EXPIRED -> new Refused(Reason.EXPIRED);
      case ENDED -> new Refused(Reason.ENDED);
      case REPEAT -> {
        var next = issue(session, now);
        yield store.add(stored(next, now)) ? new Refreshed(next) : new Refused(Reason.ENDED);
      }
      case REUSE -> {
        store.end(session.id(), now);
        yield new Reused(session.id(), session.user());
      }
      case EXCHANGE ->
          throw new IllegalStateException(
              "the store would not exchange a refresh token that it holds unused, of the open session "
                  + session.id());
    };
  }

  /// A used token is suspicious even when it would be over by now; with its session it is only old.
  private Decision decide(Found found, Instant now) {
    var session = found.session();
    var token = found.token();
    if (session.endedAt() != null) {
      return Decision.ENDED;
    }
    if (!now.isBefore(session.expiresAt())) {
      return Decision.EXPIRED;
    }
    if (token.usedAt() != null) {
      return now.isBefore(token.usedAt().plus(settings.grace())) ? Decision.REPEAT : Decision.REUSE;
    }
    return now.isBefore(token.expiresAt()) ? Decision.EXCHANGE : Decision.EXPIRED;
  }

  private Issued issue(LoginSession session, Instant now) {
    var secret = new byte[BYTES];
    random.nextBytes(secret);
    var idle = now.plus(settings.idle());
    var end = idle.isBefore(session.expiresAt()) ? idle : session.expiresAt();
    return new Issued(PREFIX + Base64Url.encode(secret), session.id(), session.user(), end);
  }

  private static RefreshToken stored(Issued token, Instant now) {
    return new RefreshToken(hash(token.text()), token.session(), now, token.expiresAt(), null);
  }

  /// Plain SHA-256 is enough: nobody guesses 256 random bits.
  private static String hash(String token) {
    return Base64Url.encode(Sha256.digest(token.getBytes(StandardCharsets.US_ASCII)));
  }

  private enum Decision {
    EXCHANGE,
    REPEAT,
    REUSE,
    EXPIRED,
    ENDED
  }

  /// A new refresh token.
  ///
  /// @param text what the client keeps; a secret, never logged
  /// @param session the session it renews
  /// @param user whose session it is
  /// @param expiresAt until when it may be used
  public record Issued(String text, UUID session, UUID user, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[session %s of %s, until %s]".formatted(session, user, expiresAt);
    }
  }

  /// What came of a refresh.
  public sealed interface Refresh {}

  /// The token was good; this is its successor.
  public record Refreshed(Issued token) implements Refresh {}

  /// The token is not, or no longer, good. Whoever sent it is told no more than that; the reason is
  /// for the log.
  public record Refused(Reason reason) implements Refresh {}

  /// The token had been used before, so its session was ended just now. Its access tokens are to be
  /// ended too, by [VerifiedTokens#end], and the user may be told.
  public record Reused(UUID session, UUID user) implements Refresh {}

  /// Why a refresh token is refused.
  public enum Reason {
    /// It is not one of ours.
    UNKNOWN,
    /// It, or its session, is over.
    EXPIRED,
    /// Its session was ended.
    ENDED
  }
}
