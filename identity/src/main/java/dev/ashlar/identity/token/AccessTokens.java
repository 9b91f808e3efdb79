package dev.ashlar.identity.token;

import dev.ashlar.identity.token.TokenCheck.Invalid;
import dev.ashlar.identity.token.TokenCheck.Reason;
import dev.ashlar.identity.token.TokenCheck.Valid;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Issues access tokens and checks them: JSON Web Tokens (RFC 9068) signed with Ed25519, the only
/// algorithm there is. A check costs a signature; [VerifiedTokens] remembers its outcome.
///
/// The JDK signs and verifies. The libraries at hand leave less sure what is accepted: Nimbus needs
/// Tink for this algorithm, and that of Vert.x reads headers and claims leniently.
public final class AccessTokens {
  /// Ours are about 500 characters long, and longer only with a long issuer.
  static final int MAX_CHARS = 2_048;

  private final TokenSettings settings;
  private final KeyRing keys;
  private final InstantSource clock;

  public AccessTokens(TokenSettings settings, KeyRing keys, InstantSource clock) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
  }

  /// Issues a token that lets a user act within a session.
  public IssuedToken issue(UUID user, UUID session) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var claims =
        new AccessClaims(UUID.randomUUID(), user, session, now, now.plus(settings.lifetime()));
    var key = keys.current();
    var payload = new TokenPayload(settings.issuer(), settings.audience(), null, claims);
    return new IssuedToken(
        CompactJws.sign(TokenHeader.of(key).json(), payload.json(), key.privateKey()), claims);
  }

  /// Checks a token whole. It does not know of revoked sessions.
  public TokenCheck check(String token) {
    if (token.length() > MAX_CHARS) {
      return new Invalid(Reason.TOO_LONG);
    }
    try {
      var jws = CompactJws.parse(token).orElseThrow(() -> new IOException("not a compact JWS"));
      var header = TokenHeader.parse(jws.header());
      if (!TokenHeader.ALGORITHM.equals(header.algorithm())) {
        return new Invalid(Reason.WRONG_ALGORITHM);
      }
      if (!TokenHeader.TYPE.equals(header.type())) {
        return new Invalid(Reason.WRONG_TYPE);
      }
      return checkSigned(jws, header.key() == null ? "" : header.key());
    } catch (IOException _) {
      return new Invalid(Reason.MALFORMED);
    }
  }

  TokenSettings settings() {
    return settings;
  }

  private TokenCheck checkSigned(CompactJws jws, String keyId) throws IOException {
    var key = keys.find(keyId);
    if (key.isEmpty()) {
      return new Invalid(Reason.UNKNOWN_KEY);
    }
    if (!jws.isSignedBy(key.get().publicKey())) {
      return new Invalid(Reason.BAD_SIGNATURE);
    }
    return checkClaims(TokenPayload.parse(jws.payload()));
  }

  private TokenCheck checkClaims(TokenPayload payload) {
    if (!payload.issuer().equals(settings.issuer())) {
      return new Invalid(Reason.WRONG_ISSUER);
    }
    if (!payload.audience().equals(settings.audience())) {
      return new Invalid(Reason.WRONG_AUDIENCE);
    }
    var claims = payload.claims();
    var now = clock.instant();
    var soon = now.plus(settings.skew());
    if (!isInForce(claims, now)) {
      return new Invalid(Reason.EXPIRED);
    }
    if (claims.issuedAt().isAfter(soon)
        || (payload.notBefore() != null && payload.notBefore().isAfter(soon))) {
      return new Invalid(Reason.NOT_YET_VALID);
    }
    return new Valid(claims);
  }

  /// `exp` is the first second in which a token is over.
  private boolean isInForce(AccessClaims claims, Instant now) {
    return now.minus(settings.skew()).isBefore(claims.expiresAt());
  }
}
