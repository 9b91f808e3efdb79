package shop;

import dev.ashlar.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

@View(Project.class)
public record ProjectLine(String name, List<TaskLine> tasks, @Nullable TaskLine opening) {}
