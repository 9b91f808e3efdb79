package dev.ashlar.examples.tasks;

import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The framework's own tables as they stand in the database, read past the framework.
///
/// @param jdbcUrl the application's database
record JournalRows(String jdbcUrl) {

  /// Those of an application that was started on this database and folder.
  static JournalRows of(TestDatabase where, Path folder) {
    return new JournalRows(
        where.kind() == DatabaseKind.POSTGRESQL
            ? where.jdbcUrl()
            : "jdbc:sqlite:" + folder.resolve("tasks.db"));
  }

  /// What was written down of one write.
  ///
  /// @param before the row before it, empty where there was none
  /// @param after the row after it
  record Entry(UUID id, JsonObject before, JsonObject after) {}

  /// What was done under an idempotency key, by the id of the one row that was written.
  record Done(String key, UUID id) {}

  /// A task by its title.
  record Titled(String title, UUID id) {}

  /// The audit entries of one kind of write of tasks.
  List<Entry> audit(String operation) {
    return read(
        "SELECT entity_id, \"before\", \"after\" FROM ashlar_audit WHERE entity = 'Task' AND operation = ?",
        operation,
        row -> new Entry(uuid(row, 1), json(row.getString(2)), json(row.getString(3))));
  }

  /// The events of one kind of write of tasks.
  List<Entry> outbox(String operation) {
    return read(
        "SELECT entity_id, payload FROM ashlar_outbox WHERE entity = 'Task' AND operation = ?",
        operation,
        row -> new Entry(uuid(row, 1), new JsonObject(), json(row.getString(2))));
  }

  /// The rows that have an audit entry of one kind of write of tasks, each as often as it has one.
  List<UUID> audited(String operation) {
    return read(
        "SELECT entity_id FROM ashlar_audit WHERE entity = 'Task' AND operation = ?",
        operation,
        row -> uuid(row, 1));
  }

  /// The rows that have an event of one kind of write of tasks, each as often as it has one.
  List<UUID> told(String operation) {
    return read(
        "SELECT entity_id FROM ashlar_outbox WHERE entity = 'Task' AND operation = ?",
        operation,
        row -> uuid(row, 1));
  }

  /// The answers kept for keys that begin so.
  List<Done> done(String prefix) {
    return read(
        "SELECT key, answer FROM ashlar_idempotency WHERE key LIKE ?",
        prefix + "%",
        row ->
            new Done(
                row.getString(1),
                UUID.fromString(
                    json(row.getString(2)).getJsonArray("all").getJsonObject(0).getString("id"))));
  }

  /// The tasks whose title begins so.
  List<Titled> tasks(String prefix) {
    return read(
        "SELECT title, id FROM tasks WHERE title LIKE ?",
        prefix + "%",
        row -> new Titled(row.getString(1), uuid(row, 2)));
  }

  private interface Reader<R> {
    R read(ResultSet row) throws SQLException;
  }

  private <R> List<R> read(String sql, String parameter, Reader<R> reader) {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      var found = new ArrayList<R>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException(sql + " on " + jdbcUrl, failure);
    }
  }

  /// SQLite keeps a UUID as its 16 bytes.
  private static UUID uuid(ResultSet row, int column) throws SQLException {
    if (Objects.requireNonNull(row.getObject(column)) instanceof UUID id) {
      return id;
    }
    var bytes = ByteBuffer.wrap(row.getBytes(column));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static JsonObject json(@Nullable String text) {
    return text == null ? new JsonObject() : new JsonObject(text);
  }
}
