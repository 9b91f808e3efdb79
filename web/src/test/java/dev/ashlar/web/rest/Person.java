package dev.ashlar.web.rest;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Searchable;
import dev.ashlar.model.Unique;
import dev.ashlar.model.Version;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody, with a column that nobody may see, and one that her crew may.
@Entity(plural = "people")
record Person(
    @Id UUID id,
    @Email @Unique String email,
    @NotBlank @Searchable String name,
    @Nullable String secret,
    @Inverse("members") Ref<Crew> crew,
    @Version int version) {}
