package dev.ashlar.benchmarks.jmh;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import java.util.UUID;

/// Whom tickets belong to.
@Entity
public record Crew(@Id UUID id, String name) {}
