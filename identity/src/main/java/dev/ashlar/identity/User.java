package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Searchable;
import dev.ashlar.model.Timestamped;
import dev.ashlar.model.Unique;
import dev.ashlar.model.Version;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone who can log in.
@Entity
public record User(
    @Id UUID id,
    @Unique @NotBlank @Email @Size(max = 254) String email,
    @NotBlank @Size(max = 200) @Searchable String name,
    boolean active,
    @Nullable Instant emailVerifiedAt,
    @Version int version,
    Instant createdAt,
    Instant updatedAt)
    implements Timestamped, UserWith {}
