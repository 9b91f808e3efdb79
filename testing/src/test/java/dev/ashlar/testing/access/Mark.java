package dev.ashlar.testing.access;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something said of an item.
@Entity
record Mark(@Id UUID id, @Inverse("marks") Ref<Item> item, @Nullable String word, int rank) {}
