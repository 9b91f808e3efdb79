package dev.ashlar.testing.access;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a crew may have, within another.
@Entity
record Area(
    @Id UUID id,
    @Nullable @Inverse("areas") Ref<Crew> crew,
    @Nullable @Inverse("parts") Ref<Area> parent,
    @Nullable String name,
    @Nullable Integer weight) {}
