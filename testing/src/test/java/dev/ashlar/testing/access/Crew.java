package dev.ashlar.testing.access;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import java.util.UUID;

/// A team of the tests.
@Entity
record Crew(@Id UUID id, String name) {}
