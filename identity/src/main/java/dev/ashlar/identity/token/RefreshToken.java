package dev.ashlar.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refresh token as it is stored, without its text.
///
/// @param hash the SHA-256 of its text, in base64url
/// @param session the login it belongs to: all tokens of a login are one family
/// @param issuedAt when it was issued
/// @param expiresAt until when it may be used
/// @param usedAt when it was exchanged for its successor, if it was
public record RefreshToken(
    String hash, UUID session, Instant issuedAt, Instant expiresAt, @Nullable Instant usedAt) {}
