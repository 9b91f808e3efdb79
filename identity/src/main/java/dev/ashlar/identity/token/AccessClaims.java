package dev.ashlar.identity.token;

import java.time.Instant;
import java.util.UUID;

/// What a valid access token says.
///
/// @param id the token's own id (`jti`)
/// @param user whom it speaks for (`sub`)
/// @param session the login it came from (`sid`); revoking it revokes the token
/// @param issuedAt when it was issued (`iat`), to the second
/// @param expiresAt until when it is valid (`exp`), to the second
public record AccessClaims(UUID id, UUID user, UUID session, Instant issuedAt, Instant expiresAt) {}
