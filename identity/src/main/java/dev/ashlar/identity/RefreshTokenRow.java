package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Unique;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refresh token as it is stored, by its hash. It has no policy, so no surface serves it.
@Entity(plural = "refresh_tokens")
public record RefreshTokenRow(
    @Id UUID id,
    @Unique String hash,
    Ref<SessionRow> session,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant usedAt)
    implements RefreshTokenRowWith {}
