package dev.ashlar.data.migration;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.ValueType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets one node at a time migrate a database: the lock belongs to the transaction in which a
/// migration runs, so that it cannot be lost before the migration ends, nor outlive it.
final class MigrationLock {
  private static final long PAUSE_MILLIS = 50;
  private static final @Nullable Object[] NONE = {};

  // Of this schema only: applications may share a database.
  private static final String KEY =
      "hashtext('ashlar_migrations'), hashtext(coalesce(current_schema(), ''))";

  private static final Statement TRY =
      new Statement(
          "SELECT pg_try_advisory_xact_lock(" + KEY + ")", List.of(), List.of(ValueType.BOOLEAN));

  private static final Statement HOLDER =
      new Statement(
          """
          SELECT coalesce(string_agg(
              format('%s from %s (process %s)', a.application_name, coalesce(host(a.client_addr), 'this machine'), a.pid),
              ', '), 'a connection that has just ended')
          FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
          WHERE l.locktype = 'advisory' AND l.granted
            AND l.classid::int8 = hashtext('ashlar_migrations')::int8 & 4294967295
            AND l.objid::int8 = hashtext(coalesce(current_schema(), ''))::int8 & 4294967295""",
          List.of(), List.of(ValueType.STRING));

  /// A migration may take long, and so may the wait for another node.
  private static final List<String> PATIENCE =
      List.of(
          "SET LOCAL statement_timeout = 0", "SET LOCAL idle_in_transaction_session_timeout = 0");

  private final Driver driver;
  private final SchemaSql sql;
  private final Duration patience;

  MigrationLock(Driver driver, SchemaSql sql, Duration patience) {
    this.driver = driver;
    this.sql = sql;
    this.patience = patience;
  }

  /// A transaction in which nobody else migrates.
  ///
  /// @throws MigrationException.Locked when another node does not end in time
  Session begin() {
    long deadline = System.nanoTime() + patience.toNanos();
    return switch (sql) {
      case PostgresSchema _ -> beginPostgres(deadline);
      case SqliteSchema _ -> beginSqlite(deadline);
    };
  }

  private Session beginPostgres(long deadline) {
    Session session = Waiting.on(driver.begin(Mode.WRITE));
    try {
      for (String setting : PATIENCE) {
        Waiting.on(session.change(Statement.of(setting), NONE));
      }
      while (!Waiting.on(session.rows(TRY, NONE)).getFirst().bool(0)) {
        if (System.nanoTime() - deadline > 0) {
          throw locked(Waiting.on(session.rows(HOLDER, NONE)).getFirst().string(0));
        }
        pause();
      }
      return session;
    } catch (RuntimeException e) {
      rollback(session, e);
      throw e;
    }
  }

  /// The writer is alone from the beginning of its transaction.
  private Session beginSqlite(long deadline) {
    while (true) {
      try {
        return Waiting.on(driver.begin(Mode.WRITE));
      } catch (DataException.Conflict | DataException.Unavailable e) {
        if (System.nanoTime() - deadline > 0) {
          MigrationException locked = locked("another program that writes to the file");
          locked.initCause(e);
          throw locked;
        }
        pause();
      }
    }
  }

  private MigrationException locked(String holder) {
    return new MigrationException.Locked(
        "Another node migrates this database, and did not end within %s: %s. Wait for it, or end it if it hangs; then try again."
            .formatted(patience, holder));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting to migrate.", e);
    }
  }

  /// Ends a session after a failure, which stays the one that is told.
  static void rollback(Session session, RuntimeException failure) {
    try {
      Waiting.on(session.rollback());
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
