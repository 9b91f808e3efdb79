package shop;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Index;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Searchable;
import dev.ashlar.model.SoftDeletable;
import dev.ashlar.model.Timestamped;
import dev.ashlar.model.Unique;
import dev.ashlar.model.Version;
import dev.ashlar.model.Was;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to do.
///
/// @param title what is to be done,
///     in a few "words"
@Entity
@Was("Todo")
@Unique({"project", "title"})
@Index({"project", "-createdAt"})
public record Task(
    @Id UUID id,
    @NotBlank @Size(max = 200) @Searchable String title,
    Status status,
    @Min(0) @Max(5) @Index int priority,
    @Inverse("tasks") Ref<Project> project,
    @Inverse("children") @Nullable Ref<Task> parent,
    @Nullable BigDecimal estimate,
    @Was("labels") List<String> tags,
    @Nullable Place place,
    @Version int version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt)
    implements Timestamped, SoftDeletable, TaskWith {}
