package dev.ashlar.web.rest;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// People who work together; without a version.
@Entity
record Crew(@Id UUID id, @NotBlank @Size(max = 60) @Unique String name) {}
