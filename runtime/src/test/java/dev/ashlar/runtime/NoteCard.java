package dev.ashlar.runtime;

import dev.ashlar.model.View;
import dev.ashlar.model.Visible;
import java.util.UUID;

/// A note as everybody may see it.
@View(Note.class)
public record NoteCard(UUID id, String title, Visible<String> hidden) {}
