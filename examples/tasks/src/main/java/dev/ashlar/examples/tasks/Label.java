package dev.ashlar.examples.tasks;

import dev.ashlar.identity.Team;
import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Unique;
import dev.ashlar.model.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// A word that a team marks tasks with.
@Entity
@Unique({"team", "name"})
public record Label(
    @Id UUID id,
    @Inverse("labels") Ref<Team> team,
    @NotBlank @Size(max = 40) String name,
    @Pattern(regexp = "#[0-9a-f]{6}") String color,
    @Version int version)
    implements LabelWith {}
