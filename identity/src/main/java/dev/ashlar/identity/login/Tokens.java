package dev.ashlar.identity.login;

import java.time.Duration;

/// What a client gets for a login.
///
/// @param accessToken what it sends with requests; a secret, never logged
/// @param refreshToken what it exchanges for the next two; a secret, never logged
/// @param expiresIn how long the access token holds
public record Tokens(String accessToken, String refreshToken, Duration expiresIn) {
  @Override
  public String toString() {
    return "Tokens[for " + expiresIn + "]";
  }
}
