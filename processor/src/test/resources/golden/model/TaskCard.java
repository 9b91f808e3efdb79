package shop;

import dev.ashlar.model.Count;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Take;
import dev.ashlar.model.View;
import dev.ashlar.model.Visible;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@View(Task.class)
public record TaskCard(
    UUID id,
    String title,
    Visible<BigDecimal> estimate,
    List<String> tags,
    UUID projectId,
    ProjectLine project,
    @Nullable Ref<Task> parent,
    @Take(value = 20, order = {"-createdAt", "title"}) List<TaskLine> children,
    @Count("children") long total) {}
