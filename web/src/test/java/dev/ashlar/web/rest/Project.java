package dev.ashlar.web.rest;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Searchable;
import dev.ashlar.model.Timestamped;
import dev.ashlar.model.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/// Work that a crew has taken on.
@Entity
record Project(
    @Id UUID id,
    @NotBlank @Size(max = 120) @Searchable String name,
    @Inverse("projects") Ref<Crew> crew,
    @Version int version,
    Instant createdAt,
    Instant updatedAt)
    implements Timestamped {}
