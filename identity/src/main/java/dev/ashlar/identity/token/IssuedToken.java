package dev.ashlar.identity.token;

/// A new access token.
///
/// @param text what the client sends as `Authorization: Bearer …`; a secret, never logged
/// @param claims what it says
public record IssuedToken(String text, AccessClaims claims) {
  @Override
  public String toString() {
    return "IssuedToken[" + claims + "]";
  }
}
