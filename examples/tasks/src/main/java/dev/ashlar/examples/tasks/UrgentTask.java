package dev.ashlar.examples.tasks;

import dev.ashlar.model.View;
import java.util.UUID;

/// A task as the list of what presses shows it.
@View(Task.class)
public record UrgentTask(UUID id, String title) {}
