package shop;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Unique;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
public record Project(@Id UUID id, @Unique String name, @Nullable Ref<Task> opening) {}
