package dev.ashlar.web.rest;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Searchable;
import dev.ashlar.model.SoftDeletable;
import dev.ashlar.model.Timestamped;
import dev.ashlar.model.Version;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing to be done.
@Entity
record Task(
    @Id UUID id,
    @NotBlank @Size(max = 200) @Searchable String title,
    Status status,
    @Min(0) @Max(5) int priority,
    @Inverse("tasks") Ref<Project> project,
    @Nullable @Inverse("tasks") Ref<Person> assignee,
    @Nullable @DecimalMin("0") BigDecimal estimate,
    @Version int version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt)
    implements Timestamped, SoftDeletable {}
