package dev.ashlar.examples.tasks;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Unique;
import java.util.UUID;

/// That a task bears a label: tasks and labels are many to many.
@Entity
@Unique({"task", "label"})
public record TaskLabel(
    @Id UUID id, @Inverse("labels") Ref<Task> task, @Inverse("tasks") Ref<Label> label)
    implements TaskLabelWith {}
