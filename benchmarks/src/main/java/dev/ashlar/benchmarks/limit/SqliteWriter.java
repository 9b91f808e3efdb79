package dev.ashlar.benchmarks.limit;

import static dev.ashlar.benchmarks.limit.SqliteReader.bytes;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one writing thread. Inserts that wait together share a transaction and its sync; each is
/// answered after the commit.
final class SqliteWriter implements Runnable {

  private static final int GROUP = 256;
  private static final UUID NOBODY = new UUID(0, 0);

  /// A row to write with its audit and outbox entries; the answer goes back to `asker`.
  record Insert(Task task, String json, String requestId, Promise<Void> promise, Context asker) {

    private void succeed(Answers answers) {
      answers.add(asker, promise::complete);
    }

    private void fail(Exception failure, Answers answers) {
      answers.add(asker, () -> promise.tryFail(failure));
    }
  }

  private final BlockingQueue<Insert> inserts;
  private final Answers answers = new Answers();
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;
  private final PreparedStatement task;
  private final PreparedStatement audit;
  private final PreparedStatement outbox;

  SqliteWriter(Connection connection, BlockingQueue<Insert> inserts) throws SQLException {
    this.inserts = inserts;
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    rollback = connection.prepareStatement("ROLLBACK");
    task =
        connection.prepareStatement(
            """
            INSERT INTO tasks (id, title, status, priority, project_id, version, created_at, updated_at)
            VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6)
            """);
    audit =
        connection.prepareStatement(
            """
            INSERT INTO audit
              (id, at, actor_id, actor_name, operation, entity, entity_id, request_id, before, after)
            VALUES (?1, ?2, ?3, 'nobody', 'create', 'Task', ?4, ?5, NULL, ?6)
            """);
    outbox =
        connection.prepareStatement(
            """
            INSERT INTO outbox (id, at, entity, entity_id, operation, payload)
            VALUES (?1, ?2, 'Task', ?3, 'create', ?4)
            """);
  }

  @Override
  public void run() {
    List<Insert> group = new ArrayList<>();
    try {
      while (true) {
        group.add(inserts.take());
        inserts.drainTo(group, GROUP - 1);
        commit(group);
        answers.send();
        group.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Insert> group) {
    List<Insert> written = new ArrayList<>(group.size());
    try {
      begin.execute();
      for (Insert insert : group) {
        if (write(insert)) {
          written.add(insert);
        }
      }
      commit.execute();
      written.forEach(insert -> insert.succeed(answers));
    } catch (SQLException e) {
      rollback(e);
      // One that was refused by itself has its answer already, and a promise takes the first only.
      group.forEach(insert -> insert.fail(e, answers));
    }
  }

  /// Whether all three rows were written. A task that breaks a constraint fails alone, before its
  /// other rows.
  private boolean write(Insert insert) throws SQLException {
    try {
      writeTask(insert.task());
    } catch (SQLiteException e) {
      if ((e.getResultCode().code & 0xff) != SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        throw e;
      }
      insert.fail(new SQLIntegrityConstraintViolationException(e.getMessage(), e), answers);
      return false;
    }
    writeAudit(insert);
    writeOutbox(insert);
    return true;
  }

  private void writeTask(Task row) throws SQLException {
    task.setBytes(1, bytes(row.id()));
    task.setString(2, row.title());
    task.setString(3, row.status());
    task.setInt(4, row.priority());
    task.setBytes(5, bytes(row.projectId()));
    task.setLong(6, row.createdAt());
    task.executeUpdate();
  }

  private void writeAudit(Insert insert) throws SQLException {
    audit.setBytes(1, bytes(Uuid7.next()));
    audit.setLong(2, insert.task().createdAt());
    audit.setBytes(3, bytes(NOBODY));
    audit.setBytes(4, bytes(insert.task().id()));
    audit.setString(5, insert.requestId());
    audit.setString(6, insert.json());
    audit.executeUpdate();
  }

  private void writeOutbox(Insert insert) throws SQLException {
    outbox.setBytes(1, bytes(Uuid7.next()));
    outbox.setLong(2, insert.task().createdAt());
    outbox.setBytes(3, bytes(insert.task().id()));
    outbox.setString(4, insert.json());
    outbox.executeUpdate();
  }

  private void rollback(SQLException cause) {
    try {
      rollback.execute();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
