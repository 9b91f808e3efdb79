package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import java.time.Instant;
import java.util.UUID;

/// Its one row is held by whoever takes something from an administrator, so that one waits for the
/// other and none is the last who leaves unseen. It has no policy, so no surface serves it.
///
/// @param at when that was last done
@Entity(plural = "administration")
public record Administration(@Id UUID id, Instant at) implements AdministrationWith {}
