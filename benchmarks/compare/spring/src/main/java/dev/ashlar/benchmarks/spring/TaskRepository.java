package dev.ashlar.benchmarks.spring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/// A list, not a `Page`, so that no count is asked of the database.
public interface TaskRepository extends JpaRepository<Task, UUID> {

  List<Task> findByProjectIdOrderByCreatedAtDescIdDesc(UUID projectId, Pageable page);

  List<Task> findTop5ByProjectIdOrderByCreatedAtDescIdDesc(UUID projectId);
}
