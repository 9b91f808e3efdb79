package dev.ashlar.benchmarks.limit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// PostgreSQL through pipelined connections with cached prepared statements.
final class PostgresStore implements Store {

  private static final UUID NOBODY = new UUID(0, 0);
  private static final String TASK_COLUMNS =
      "id, title, status, priority, project_id, assignee_id, estimate::text, version, created_at,"
          + " updated_at";
  private static final String TASK =
      "SELECT " + TASK_COLUMNS + " FROM tasks WHERE id = $1 AND deleted_at IS NULL";
  private static final String TASKS =
      "SELECT "
          + TASK_COLUMNS
          + " FROM tasks WHERE project_id = $1 AND deleted_at IS NULL"
          + " ORDER BY created_at DESC, id DESC LIMIT $2";
  private static final String TASKS_AFTER =
      "SELECT "
          + TASK_COLUMNS
          + " FROM tasks WHERE project_id = $1 AND deleted_at IS NULL"
          + " AND (created_at, id) < ($3, $4) ORDER BY created_at DESC, id DESC LIMIT $2";

  private static final String INSERT =
      """
      WITH task AS (
        INSERT INTO tasks (id, title, status, priority, project_id, version, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, 1, $6, $6)),
      audited AS (
        INSERT INTO audit
          (id, at, actor_id, actor_name, operation, entity, entity_id, request_id, before, after)
        VALUES ($7, $6, $8, 'nobody', 'create', 'Task', $1, $9, NULL, $10::text::jsonb))
      INSERT INTO outbox (id, at, entity, entity_id, operation, payload)
      VALUES ($11, $6, 'Task', $1, 'create', $10::text::jsonb)
      """;

  private static final String PROJECTS =
      """
      SELECT id, name, team_id, version, created_at, updated_at FROM projects
      ORDER BY name, id LIMIT $1
      """;
  private static final String PROJECTS_AFTER =
      """
      SELECT id, name, team_id, version, created_at, updated_at FROM projects
      WHERE (name, id) > ($2, $3) ORDER BY name, id LIMIT $1
      """;
  private static final String NEWEST =
      "SELECT t.* FROM unnest($1::uuid[]) AS p (id) CROSS JOIN LATERAL (SELECT "
          + TASK_COLUMNS
          + " FROM tasks WHERE project_id = p.id AND deleted_at IS NULL"
          + " ORDER BY created_at DESC, id DESC LIMIT $2) t";

  private static final Comparator<Task> NEWEST_FIRST =
      Comparator.comparingLong(Task::createdAt).thenComparing(Task::id).reversed();

  private final PostgresConnections connections;

  private PostgresStore(PostgresConnections connections) {
    this.connections = connections;
  }

  /// Opens connections for the calling event loop.
  static Future<Store> open(Vertx vertx, String url) {
    return PostgresConnections.open(vertx, url).map(PostgresStore::new);
  }

  @Override
  public Future<Optional<Task>> task(UUID id) {
    return connections
        .read(TASK, Tuple.of(id))
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(task(first(rows))));
  }

  @Override
  public Future<Page<Task>> tasks(UUID projectId, @Nullable Cursor after, int limit) {
    Future<RowSet<Row>> rows =
        after == null
            ? connections.read(TASKS, Tuple.of(projectId, limit + 1))
            : connections.read(
                TASKS_AFTER,
                Tuple.of(projectId, limit + 1, time(Long.parseLong(after.key())), after.id()));
    return rows.map(found -> Page.of(tasks(found), limit, Task::cursor));
  }

  /// One statement, and so one transaction. Pipelining BEGIN, three inserts and COMMIT measured 1.7
  /// times the CPU here and 1.3 times in the database.
  @Override
  public Future<Void> insert(Task task, Json json, String requestId) {
    Tuple row = Tuple.of(task.id(), task.title(), task.status(), task.priority(), task.projectId());
    row.addValue(time(task.createdAt())).addValue(Uuid7.next()).addValue(NOBODY);
    row.addValue(requestId).addValue(json.text()).addValue(Uuid7.next());
    return connections.commit(INSERT, row).mapEmpty();
  }

  /// Two statements: joining the tasks to the page in one measured 1.4 times the CPU of both.
  @Override
  public Future<Page<Project>> projects(@Nullable Cursor after, int limit, int tasksEach) {
    Future<RowSet<Row>> rows =
        after == null
            ? connections.read(PROJECTS, Tuple.of(limit + 1))
            : connections.read(PROJECTS_AFTER, Tuple.of(limit + 1, after.key(), after.id()));
    return rows.map(found -> Page.of(projects(found), limit, Project::cursor))
        .compose(page -> withTasks(page, tasksEach));
  }

  private Future<Page<Project>> withTasks(Page<Project> page, int tasksEach) {
    UUID[] ids = page.items().stream().map(Project::id).toArray(UUID[]::new);
    return connections
        .read(NEWEST, Tuple.of(ids, tasksEach))
        .map(
            rows -> {
              deal(page.items(), tasks(rows));
              return page;
            });
  }

  private static void deal(List<Project> projects, List<Task> tasks) {
    Map<UUID, List<Task>> places = HashMap.newHashMap(projects.size());
    for (Project project : projects) {
      places.put(project.id(), project.tasks());
    }
    for (Task task : tasks) {
      Objects.requireNonNull(places.get(task.projectId())).add(task);
    }
    for (Project project : projects) {
      project.tasks().sort(NEWEST_FIRST);
    }
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }

  private static List<Task> tasks(RowSet<Row> rows) {
    List<Task> tasks = new ArrayList<>(rows.size());
    for (Row row : rows) {
      tasks.add(task(row));
    }
    return tasks;
  }

  private static Task task(Row row) {
    return new Task(
        row.getUUID(0),
        row.getString(1),
        row.getString(2),
        row.getInteger(3),
        row.getUUID(4),
        row.getUUID(5),
        row.getString(6),
        row.getInteger(7),
        micros(row.getOffsetDateTime(8)),
        micros(row.getOffsetDateTime(9)));
  }

  private static List<Project> projects(RowSet<Row> rows) {
    List<Project> projects = new ArrayList<>(rows.size());
    for (Row row : rows) {
      projects.add(
          new Project(
              row.getUUID(0),
              row.getString(1),
              row.getUUID(2),
              row.getInteger(3),
              micros(row.getOffsetDateTime(4)),
              micros(row.getOffsetDateTime(5)),
              new ArrayList<>()));
    }
    return projects;
  }

  private static long micros(OffsetDateTime time) {
    return time.toEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  private static OffsetDateTime time(long micros) {
    Instant instant =
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    return instant.atOffset(ZoneOffset.UTC);
  }
}
