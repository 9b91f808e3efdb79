package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.Collation;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConnection;

/// One connection with its prepared statements. One thread uses it at a time, and may block.
final class SqliteConnection {
  private static final int CACHED_STATEMENTS = 256;
  private static final int CACHE_KIB = 8 * 1024;
  private static final int WAL_LIMIT_BYTES = 64 * 1024 * 1024;

  private static final Statement TOUCH =
      new Statement("SELECT count(*) FROM sqlite_schema", List.of(), List.of(ValueType.LONG));

  private final SQLiteConnection connection;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
  private final Object clock = new Object();
  private long deadline;

  private SqliteConnection(SQLiteConnection connection) {
    this.connection = connection;
  }

  /// Opens the connection that writes; the file is made where there is none.
  static SqliteConnection writer(Path file, DatabaseConfig config) throws SQLException {
    SQLiteConfig options = options(config);
    options.setJournalMode(JournalMode.WAL);
    options.setJournalSizeLimit(WAL_LIMIT_BYTES);
    options.setSynchronous(
        switch (config.synchronous()) {
          case FULL -> SynchronousMode.FULL;
          case NORMAL -> SynchronousMode.NORMAL;
        });
    return open(file, options);
  }

  /// Opens a connection that only reads.
  static SqliteConnection reader(Path file, DatabaseConfig config) throws SQLException {
    SQLiteConfig options = options(config);
    options.setReadOnly(true);
    return open(file, options);
  }

  private static SQLiteConfig options(DatabaseConfig config) {
    var options = new SQLiteConfig();
    options.enforceForeignKeys(true);
    options.setBusyTimeout(Math.toIntExact(config.acquireTimeout().toMillis()));
    options.setTempStore(TempStore.MEMORY);
    // Negative means KiB rather than pages.
    options.setCacheSize(-CACHE_KIB);
    // Else each change would be followed by a query for the row's number.
    options.setGetGeneratedKeys(false);
    return options;
  }

  private static SqliteConnection open(Path file, SQLiteConfig options) throws SQLException {
    var connection = (SQLiteConnection) options.createConnection("jdbc:sqlite:" + file);
    Collation.create(connection, DecimalCollation.NAME, new DecimalCollation());
    return new SqliteConnection(connection);
  }

  List<Row> rows(Statement statement, @Nullable Object[] values) throws SQLException {
    return using(
        statement.text(),
        prepared -> {
          SqliteValues.bind(prepared, statement, values);
          try (ResultSet result = prepared.executeQuery()) {
            return read(result, statement.results());
          }
        });
  }

  private static List<Row> read(ResultSet result, List<ValueType> types) throws SQLException {
    int width = types.size();
    var rows = new ArrayList<Row>();
    while (result.next()) {
      var row = new @Nullable Object[width];
      for (int i = 0; i < width; i++) {
        row[i] = SqliteValues.read(result, i + 1, types.get(i).kind());
      }
      rows.add(new SqliteRow(row));
    }
    return rows;
  }

  int change(Statement statement, @Nullable Object[] values) throws SQLException {
    return using(
        statement.text(),
        prepared -> {
          SqliteValues.bind(prepared, statement, values);
          return prepared.executeUpdate();
        });
  }

  /// Runs a statement for what it does.
  void run(Statement statement, @Nullable Object[] values) throws SQLException {
    if (statement.results().isEmpty()) {
      change(statement, values);
    } else {
      rows(statement, values);
    }
  }

  int batch(Statement statement, List<@Nullable Object[]> values) throws SQLException {
    int changed = 0;
    for (var one : values) {
      changed += change(statement, one);
    }
    return changed;
  }

  /// Runs a word of SQLite's own, such as COMMIT.
  void command(String text) throws SQLException {
    using(text, PreparedStatement::execute);
  }

  /// Reads something, which fixes the snapshot of a transaction that has not read before.
  void touch() throws SQLException {
    rows(TOUCH, new Object[0]);
  }

  /// Ends whatever transaction there may be, and says nothing where there is none.
  void rollbackQuietly() {
    try {
      command("ROLLBACK");
    } catch (SQLException _) {
      // SQLite rolled back by itself, as it does on a full disk: there is nothing left to end.
    }
  }

  /// What is done with a prepared statement.
  private interface Use<T> {
    T with(PreparedStatement prepared) throws SQLException;
  }

  /// A statement that failed is prepared anew next time: the library closes it on its own account.
  private <T> T using(String text, Use<T> use) throws SQLException {
    PreparedStatement prepared = prepared(text);
    try {
      return use.with(prepared);
    } catch (SQLException e) {
      statements.remove(text);
      prepared.close();
      throw e;
    }
  }

  private PreparedStatement prepared(String text) throws SQLException {
    PreparedStatement known = statements.get(text);
    if (known != null) {
      return known;
    }
    PreparedStatement made = connection.prepareStatement(text);
    statements.put(text, made);
    if (statements.size() > CACHED_STATEMENTS) {
      var eldest = statements.values().iterator();
      PreparedStatement evicted = eldest.next();
      eldest.remove();
      evicted.close();
    }
    return made;
  }

  /// Lets what follows run until then at most; see [#interruptIfLate].
  void deadline(long nanoTime) {
    synchronized (clock) {
      deadline = nanoTime == 0 ? 1 : nanoTime;
    }
  }

  void noDeadline() {
    synchronized (clock) {
      deadline = 0;
    }
  }

  /// Called by the watchdog on a thread of its own. The lock keeps it from hitting the statement
  /// after the late one.
  void interruptIfLate(long now) {
    synchronized (clock) {
      if (deadline != 0 && now - deadline > 0) {
        try {
          connection.getDatabase().interrupt();
        } catch (SQLException _) {
          // The connection is closed: nothing runs on it.
        }
      }
    }
  }

  void close() {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException _) {
      // Whatever was committed is safe in the file; there is nobody to tell.
    }
  }
}
