package dev.ashlar.examples.tasks;

import dev.ashlar.identity.User;
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

/// What someone said of a task.
@Entity
public record Comment(
    @Id UUID id,
    @Inverse("comments") Ref<Task> task,
    @Inverse("comments") Ref<User> author,
    @NotBlank @Size(max = 4000) @Searchable String body,
    @Version int version,
    Instant createdAt,
    Instant updatedAt)
    implements Timestamped, CommentWith {}
