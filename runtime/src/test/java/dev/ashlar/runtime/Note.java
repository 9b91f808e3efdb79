package dev.ashlar.runtime;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.SoftDeletable;
import dev.ashlar.model.Timestamped;
import dev.ashlar.model.Version;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the tests keep.
@Entity
public record Note(
    @Id UUID id,
    @NotBlank String title,
    int rank,
    @Nullable String hidden,
    @Version int version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt)
    implements Timestamped, SoftDeletable, NoteWith {}
