package dev.ashlar.benchmarks.spring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

public interface ProjectRepository extends JpaRepository<Project, UUID> {

  List<Project> findAllByOrderByNameAscIdAsc(Pageable page);
}
