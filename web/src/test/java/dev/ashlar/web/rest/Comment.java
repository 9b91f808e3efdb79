package dev.ashlar.web.rest;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Searchable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody said of a task; without a version.
@Entity
record Comment(
    @Id UUID id,
    @Inverse("comments") Ref<Task> task,
    @Nullable @Inverse("comments") Ref<Person> author,
    @NotBlank @Size(max = 2000) @Searchable String body) {}
