package shop;

import dev.ashlar.model.View;
import java.util.UUID;

@View(Task.class)
public record TaskLine(UUID id) {}
