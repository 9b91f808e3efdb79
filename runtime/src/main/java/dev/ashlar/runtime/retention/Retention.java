package dev.ashlar.runtime.retention;

import dev.ashlar.data.Database;
import dev.ashlar.runtime.Service;
import dev.ashlar.runtime.retention.Sweep.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes the framework's own rows when they are older than the settings keep them: idempotent
/// answers, events, and audit entries where a time is set for them.
///
/// It begins at the start and goes on every few minutes, on whichever node comes first, beside all
/// requests. What one turn leaves, the next one takes.
public final class Retention implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /// As many rows as are deleted in a few milliseconds, for which a writer on SQLite waits.
  private static final int BATCH = 500;

  /// A turn ends before the next one is due: a million rows of a table, if need be.
  private static final int MOST_BATCHES = 2_000;

  private final RetentionSettings settings;
  private final InstantSource clock;
  private final Sweep sweep;
  private final int most;
  private final ScheduledExecutorService beside =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("ashlar-retention").factory());
  private volatile boolean stopping;
  private boolean failing;

  public Retention(Database database, RetentionSettings settings, InstantSource clock) {
    this(settings, clock, new Sweep(database, BATCH), MOST_BATCHES);
  }

  Retention(RetentionSettings settings, InstantSource clock, Sweep sweep, int most) {
    this.settings = settings;
    this.clock = clock;
    this.sweep = sweep;
    this.most = most;
  }

  @Override
  public void start() {
    long pause = settings.every().toMillis();
    beside.execute(this::attempt);
    var _ = beside.scheduleWithFixedDelay(this::attempt, pause, pause, TimeUnit.MILLISECONDS);
  }

  /// Ends a turn under way after the batch that it is at.
  @Override
  public void stop() {
    stopping = true;
    beside.close();
  }

  /// A task that throws would not be run again. Only the first failure of a row is worth a line.
  private void attempt() {
    try {
      var deleted = turn();
      failing = false;
      if (!deleted.isEmpty()) {
        LOG.atDebug().addKeyValue("rows", deleted).log("Deleted what was kept long enough");
      }
    } catch (RuntimeException failure) {
      if (!failing) {
        LOG.atWarn().setCause(failure).log("Could not delete old rows; trying again at each turn");
      }
      failing = true;
    }
  }

  /// Takes its turn, if it is due, and gives how many rows of each table it deleted.
  Map<Table, Integer> turn() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var deleted = new EnumMap<Table, Integer>(Table.class);
    if (sweep.take(now, now.minus(settings.every()))) {
      delete(deleted, Table.IDEMPOTENCY, now, settings.idempotency());
      delete(deleted, Table.OUTBOX, now, settings.outbox());
      settings.audit().ifPresent(kept -> delete(deleted, Table.AUDIT, now, kept));
    }
    return deleted;
  }

  private void delete(Map<Table, Integer> deleted, Table table, Instant now, Duration kept) {
    Instant before = now.minus(kept);
    for (int batch = 0; batch < most; batch++) {
      int rows = sweep.batch(table, before);
      if (rows > 0) {
        deleted.merge(table, rows, Integer::sum);
      }
      if (!sweep.full(rows) || stopping) {
        return;
      }
    }
  }
}
