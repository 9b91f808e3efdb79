package shop;

import dev.ashlar.model.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// Gives [Task] with one component replaced.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public interface TaskWith {
  UUID id();

  String title();

  Status status();

  int priority();

  Ref<Project> project();

  @Nullable Ref<Task> parent();

  @Nullable BigDecimal estimate();

  List<String> tags();

  @Nullable Place place();

  int version();

  Instant createdAt();

  Instant updatedAt();

  @Nullable Instant deletedAt();

  /// The same with another `id`.
  default Task withId(UUID id) {
    return new Task(id, title(), status(), priority(), project(), parent(), estimate(), tags(), place(), version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `title`.
  default Task withTitle(String title) {
    return new Task(id(), title, status(), priority(), project(), parent(), estimate(), tags(), place(), version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `status`.
  default Task withStatus(Status status) {
    return new Task(id(), title(), status, priority(), project(), parent(), estimate(), tags(), place(), version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `priority`.
  default Task withPriority(int priority) {
    return new Task(id(), title(), status(), priority, project(), parent(), estimate(), tags(), place(), version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `project`.
  default Task withProject(Ref<Project> project) {
    return new Task(id(), title(), status(), priority(), project, parent(), estimate(), tags(), place(), version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `parent`.
  default Task withParent(@Nullable Ref<Task> parent) {
    return new Task(id(), title(), status(), priority(), project(), parent, estimate(), tags(), place(), version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `estimate`.
  default Task withEstimate(@Nullable BigDecimal estimate) {
    return new Task(id(), title(), status(), priority(), project(), parent(), estimate, tags(), place(), version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `tags`.
  default Task withTags(List<String> tags) {
    return new Task(id(), title(), status(), priority(), project(), parent(), estimate(), tags, place(), version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `place`.
  default Task withPlace(@Nullable Place place) {
    return new Task(id(), title(), status(), priority(), project(), parent(), estimate(), tags(), place, version(), createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `version`.
  default Task withVersion(int version) {
    return new Task(id(), title(), status(), priority(), project(), parent(), estimate(), tags(), place(), version, createdAt(), updatedAt(), deletedAt());
  }

  /// The same with another `createdAt`.
  default Task withCreatedAt(Instant createdAt) {
    return new Task(id(), title(), status(), priority(), project(), parent(), estimate(), tags(), place(), version(), createdAt, updatedAt(), deletedAt());
  }

  /// The same with another `updatedAt`.
  default Task withUpdatedAt(Instant updatedAt) {
    return new Task(id(), title(), status(), priority(), project(), parent(), estimate(), tags(), place(), version(), createdAt(), updatedAt, deletedAt());
  }

  /// The same with another `deletedAt`.
  default Task withDeletedAt(@Nullable Instant deletedAt) {
    return new Task(id(), title(), status(), priority(), project(), parent(), estimate(), tags(), place(), version(), createdAt(), updatedAt(), deletedAt);
  }
}
