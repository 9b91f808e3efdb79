package dev.ashlar.benchmarks.limit;

import static java.nio.ByteOrder.BIG_ENDIAN;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// A thread with a connection of its own and its prepared statements.
final class SqliteReader implements Runnable {

  /// A question; the answer goes back to the event loop `asker`.
  record Read<T>(Query<T> query, Promise<T> promise, Context asker) {

    private void answer(SqliteReader reader, Answers answers) {
      try {
        T value = query.ask(reader);
        answers.add(asker, () -> promise.complete(value));
      } catch (SQLException | RuntimeException e) {
        answers.add(asker, () -> promise.fail(e));
      }
    }
  }

  interface Query<T> {
    T ask(SqliteReader reader) throws SQLException;
  }

  /// How many questions are answered before their event loops are told, at most.
  private static final int TURN = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, BIG_ENDIAN);

  private static final String TASK_COLUMNS =
      "id, title, status, priority, project_id, assignee_id, estimate, version, created_at,"
          + " updated_at";

  private final BlockingQueue<Read<?>> reads;
  private final int readers;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement task;
  private final PreparedStatement tasks;
  private final PreparedStatement tasksAfter;
  private final PreparedStatement projects;
  private final PreparedStatement projectsAfter;

  /// @param readers how many there are, who share the questions
  SqliteReader(Connection connection, BlockingQueue<Read<?>> reads, int readers)
      throws SQLException {
    this.reads = reads;
    this.readers = readers;
    begin = connection.prepareStatement("BEGIN");
    commit = connection.prepareStatement("COMMIT");
    String ofProject =
        "SELECT " + TASK_COLUMNS + " FROM tasks WHERE project_id = ? AND deleted_at IS NULL ";
    String newest = "ORDER BY created_at DESC, id DESC LIMIT ?";
    String project = "SELECT id, name, team_id, version, created_at, updated_at FROM projects ";
    task =
        connection.prepareStatement(
            "SELECT " + TASK_COLUMNS + " FROM tasks WHERE id = ? AND deleted_at IS NULL");
    tasks = connection.prepareStatement(ofProject + newest);
    tasksAfter = connection.prepareStatement(ofProject + "AND (created_at, id) < (?, ?) " + newest);
    projects = connection.prepareStatement(project + "ORDER BY name, id LIMIT ?");
    projectsAfter =
        connection.prepareStatement(
            project + "WHERE (name, id) > (?, ?) ORDER BY name, id LIMIT ?");
  }

  /// Takes what waits, but no more than its share.
  @Override
  public void run() {
    List<Read<?>> turn = new ArrayList<>();
    Answers answers = new Answers();
    try {
      while (true) {
        turn.add(reads.take());
        reads.drainTo(turn, Math.min(TURN - 1, reads.size() / readers));
        for (Read<?> read : turn) {
          read.answer(this, answers);
        }
        answers.send();
        turn.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Optional<Task> task(UUID id) throws SQLException {
    task.setBytes(1, bytes(id));
    try (ResultSet rows = task.executeQuery()) {
      return rows.next() ? Optional.of(task(rows)) : Optional.empty();
    }
  }

  Page<Task> tasks(UUID projectId, @Nullable Cursor after, int limit) throws SQLException {
    if (after == null) {
      return Page.of(newest(projectId, limit + 1), limit, Task::cursor);
    }
    tasksAfter.setBytes(1, bytes(projectId));
    tasksAfter.setLong(2, Long.parseLong(after.key()));
    tasksAfter.setBytes(3, bytes(after.id()));
    tasksAfter.setInt(4, limit + 1);
    return Page.of(tasks(tasksAfter), limit, Task::cursor);
  }

  /// A statement per project: there is no round trip to save, and each is one walk of an index. The
  /// transaction gives all of them one snapshot, and takes SQLite's locks once.
  Page<Project> projects(@Nullable Cursor after, int limit, int tasksEach) throws SQLException {
    begin.execute();
    try {
      Page<Project> page = Page.of(projects(after, limit + 1), limit, Project::cursor);
      for (Project project : page.items()) {
        project.tasks().addAll(newest(project.id(), tasksEach));
      }
      return page;
    } finally {
      commit.execute();
    }
  }

  private List<Task> newest(UUID projectId, int limit) throws SQLException {
    tasks.setBytes(1, bytes(projectId));
    tasks.setInt(2, limit);
    return tasks(tasks);
  }

  private List<Project> projects(@Nullable Cursor after, int limit) throws SQLException {
    if (after == null) {
      projects.setInt(1, limit);
      return projects(projects);
    }
    projectsAfter.setString(1, after.key());
    projectsAfter.setBytes(2, bytes(after.id()));
    projectsAfter.setInt(3, limit);
    return projects(projectsAfter);
  }

  private static List<Task> tasks(PreparedStatement statement) throws SQLException {
    List<Task> tasks = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        tasks.add(task(rows));
      }
    }
    return tasks;
  }

  private static Task task(ResultSet row) throws SQLException {
    byte[] assignee = row.getBytes(6);
    return new Task(
        uuid(row.getBytes(1)),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        uuid(row.getBytes(5)),
        assignee == null ? null : uuid(assignee),
        row.getString(7),
        row.getInt(8),
        row.getLong(9),
        row.getLong(10));
  }

  private static List<Project> projects(PreparedStatement statement) throws SQLException {
    List<Project> projects = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        projects.add(
            new Project(
                uuid(row.getBytes(1)),
                row.getString(2),
                uuid(row.getBytes(3)),
                row.getInt(4),
                row.getLong(5),
                row.getLong(6),
                new ArrayList<>()));
      }
    }
    return projects;
  }

  static byte[] bytes(UUID id) {
    byte[] bytes = new byte[16];
    LONGS.set(bytes, 0, id.getMostSignificantBits());
    LONGS.set(bytes, 8, id.getLeastSignificantBits());
    return bytes;
  }

  private static UUID uuid(byte[] bytes) {
    return new UUID((long) LONGS.get(bytes, 0), (long) LONGS.get(bytes, 8));
  }
}
