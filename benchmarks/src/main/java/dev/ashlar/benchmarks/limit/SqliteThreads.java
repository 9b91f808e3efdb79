package dev.ashlar.benchmarks.limit;

import dev.ashlar.benchmarks.limit.SqliteReader.Read;
import dev.ashlar.benchmarks.limit.SqliteWriter.Insert;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.sqlite.SQLiteConfig;

/// SQLite in WAL mode: a reading thread per core, and one writing thread that commits groups; and
/// what waits for them.
record SqliteThreads(BlockingQueue<Read<?>> reads, BlockingQueue<Insert> inserts) {

  static SqliteThreads start(String file, String synchronous) {
    var threads = new SqliteThreads(new LinkedBlockingQueue<>(), new LinkedBlockingQueue<>());
    int readers = Runtime.getRuntime().availableProcessors();
    try {
      SqliteWriter writer = new SqliteWriter(connect(file, synchronous), threads.inserts);
      Thread.ofPlatform().daemon().name("sqlite-writer").start(writer);
      for (int i = 0; i < readers; i++) {
        SqliteReader reader = new SqliteReader(connect(file, synchronous), threads.reads, readers);
        Thread.ofPlatform().daemon().name("sqlite-reader-" + i).start(reader);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot open the SQLite database " + file, e);
    }
    return threads;
  }

  private static Connection connect(String file, String synchronous) throws SQLException {
    var config = new SQLiteConfig();
    // Else each insert would be followed by a query for the row's number.
    config.setGetGeneratedKeys(false);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = " + synchronous);
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA cache_size = -65536");
      statement.execute("PRAGMA mmap_size = 268435456");
    }
    return connection;
  }
}
