package dev.ashlar.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One login of one user, with all the tokens that came of it.
///
/// @param id its id, the `sid` of access tokens
/// @param user who logged in
/// @param startedAt when
/// @param expiresAt when it ends, however often it is refreshed
/// @param endedAt when it was ended before that, if it was
public record LoginSession(
    UUID id, UUID user, Instant startedAt, Instant expiresAt, @Nullable Instant endedAt) {}
