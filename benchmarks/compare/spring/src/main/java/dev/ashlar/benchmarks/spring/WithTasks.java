package dev.ashlar.benchmarks.spring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.rest.core.config.Projection;

/// A project with its five newest tasks, by Data REST's own means: a projection that asks a
/// repository, once per project.
@Projection(name = "withTasks", types = Project.class)
public interface WithTasks {

  UUID getId();

  String getName();

  int getVersion();

  Instant getCreatedAt();

  Instant getUpdatedAt();

  @Value("#{@taskRepository.findTop5ByProjectIdOrderByCreatedAtDescIdDesc(target.id)}")
  List<Task> getTasks();
}
