package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Index;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells every node that something it remembers is no longer so; forgotten after some minutes. It
/// has no policy, so no surface serves it.
///
/// @param subject the user or session; none where it is about everybody
@Entity(plural = "identity_changes")
public record IdentityChange(
    @Id UUID id, @Index Instant at, IdentityChangeKind kind, @Nullable UUID subject)
    implements IdentityChangeWith {}
