package shop;

import dev.ashlar.model.Ref;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// Gives [Project] with one component replaced.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public interface ProjectWith {
  UUID id();

  String name();

  @Nullable Ref<Task> opening();

  /// The same with another `id`.
  default Project withId(UUID id) {
    return new Project(id, name(), opening());
  }

  /// The same with another `name`.
  default Project withName(String name) {
    return new Project(id(), name, opening());
  }

  /// The same with another `opening`.
  default Project withOpening(@Nullable Ref<Task> opening) {
    return new Project(id(), name(), opening);
  }
}
