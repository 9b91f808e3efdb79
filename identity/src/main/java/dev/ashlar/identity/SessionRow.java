package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Ref;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A login as it is stored. It has no policy, so no surface serves it.
@Entity(plural = "login_sessions")
public record SessionRow(
    @Id UUID id, Ref<User> user, Instant startedAt, Instant expiresAt, @Nullable Instant endedAt)
    implements SessionRowWith {}
