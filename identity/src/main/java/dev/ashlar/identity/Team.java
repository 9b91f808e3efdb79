package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Searchable;
import dev.ashlar.model.Timestamped;
import dev.ashlar.model.Unique;
import dev.ashlar.model.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/// People who share rows, each with a role.
@Entity
public record Team(
    @Id UUID id,
    @Unique @NotBlank @Size(max = 100) @Searchable String name,
    @Version int version,
    Instant createdAt,
    Instant updatedAt)
    implements Timestamped, TeamWith {}
