package dev.ashlar.testing.access;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.SoftDeletable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something in an area, with a column of most kinds.
@Entity
record Item(
    @Id UUID id,
    @Inverse("items") Ref<Area> area,
    @Nullable @Inverse("items") Ref<Crew> owner,
    @Nullable UUID maker,
    String title,
    @Nullable String note,
    @Nullable BigDecimal price,
    int rank,
    @Nullable Double share,
    @Nullable Instant due,
    boolean open,
    Grade kind,
    @Nullable Instant deletedAt)
    implements SoftDeletable {}
