package dev.ashlar.identity.token;

/// Whether an access token is accepted.
public sealed interface TokenCheck {
  /// It is genuine and in force.
  record Valid(AccessClaims claims) implements TokenCheck {}

  /// It is not. Whoever sent it is told no more than that; the reason is for the log.
  record Invalid(Reason reason) implements TokenCheck {}

  /// Why a token is refused.
  enum Reason {
    /// It is longer than any token we issue.
    TOO_LONG,
    /// It is not three parts of base64url, its JSON is not what RFC 7519 asks for, or a claim is
    /// missing, doubled or of the wrong type.
    MALFORMED,
    /// Its header names another algorithm than EdDSA, or none.
    WRONG_ALGORITHM,
    /// Its header does not say `at+jwt`: it is a token for another purpose.
    WRONG_TYPE,
    /// No key of ours has the id its header names.
    UNKNOWN_KEY,
    /// It was not signed by the key it names, or was changed since.
    BAD_SIGNATURE,
    /// Somebody else issued it.
    WRONG_ISSUER,
    /// It is for somebody else.
    WRONG_AUDIENCE,
    /// It is over.
    EXPIRED,
    /// It was issued in the future, or is to be valid only later.
    NOT_YET_VALID,
    /// The session it came from was ended.
    REVOKED
  }
}
