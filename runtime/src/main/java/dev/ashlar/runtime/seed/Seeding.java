package dev.ashlar.runtime.seed;

import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.Session;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.operation.UserCode;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// What a seed makes its rows with.
public final class Seeding {
  /// When all seeds are planted, as far as their rows can tell.
  public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  private static final int BATCH = 500;

  private final Engine engine;
  private final Session session;
  private final SplittableRandom random;

  Seeding(Engine engine, Session session, String name) {
    this.engine = engine;
    this.session = session;
    this.random = new SplittableRandom(name.hashCode());
  }

  /// Chance that is the same in every run of the seed.
  public SplittableRandom random() {
    return random;
  }

  /// One of several, by chance.
  public <V> V pick(List<V> several) {
    return several.get(random.nextInt(several.size()));
  }

  /// The time that rows are to be made relative to.
  public Instant now() {
    return NOW;
  }

  /// A key, of version 7, for a row made at a time.
  public UUID id(Instant at) {
    long time = (at.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
    return new UUID(time, Long.MIN_VALUE | (random.nextLong() >>> 2));
  }

  /// Inserts rows as they are, whoever may see them.
  public <T> void insertAll(EntityModel<T> entity, List<T> rows) {
    var repository = rows(entity);
    for (int i = 0; i < rows.size(); i += BATCH) {
      UserCode.await(repository.insertAll(rows.subList(i, Math.min(rows.size(), i + BATCH))));
    }
  }

  /// The rows of an entity beside all rules, in the seed's transaction.
  public <T> UnguardedRepository<T> rows(EntityModel<T> entity) {
    return engine.unguarded(entity).in(session);
  }
}
