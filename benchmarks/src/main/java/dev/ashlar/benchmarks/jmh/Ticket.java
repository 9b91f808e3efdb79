package dev.ashlar.benchmarks.jmh;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the usual width.
@Entity
public record Ticket(
    @Id UUID id,
    String title,
    State state,
    int priority,
    Ref<Crew> crew,
    UUID author,
    @Nullable BigDecimal estimate,
    @Version int version,
    Instant createdAt,
    Instant updatedAt) {

  /// How far it is.
  public enum State {
    OPEN,
    DONE
  }
}
