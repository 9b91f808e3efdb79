package dev.ashlar.web.rest;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A column of every kind.
@Entity
record Sample(
    @Id UUID id,
    @Nullable UUID uuid,
    @Nullable String text,
    @Nullable Boolean flag,
    @Nullable Byte tiny,
    @Nullable Short small,
    @Nullable Integer number,
    @Nullable Long big,
    @Nullable Float single,
    @Nullable Double real,
    @Nullable BigDecimal amount,
    @Nullable BigInteger huge,
    @Nullable Status status,
    @Nullable Instant moment,
    @Nullable LocalDate date,
    @Nullable LocalTime time,
    @Nullable LocalDateTime local,
    @Nullable Duration span,
    byte @Nullable [] bytes,
    @Nullable List<String> tags,
    @Nullable Place place,
    @Version int version) {}
