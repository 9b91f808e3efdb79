package dev.ashlar.data.sqlite;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DatabaseConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// The file, and the connections open to it.
final class SqliteFile {
  private final Path path;
  private final DatabaseConfig config;
  private final Set<SqliteConnection> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch made = new CountDownLatch(1);

  SqliteFile(DatabaseConfig config) {
    this.path = path(config.url());
    this.config = config;
  }

  private static Path path(URI url) {
    String part = url.getSchemeSpecificPart();
    if (part == null || part.isBlank() || part.startsWith(":") || part.contains("?")) {
      throw new IllegalArgumentException(
          "The database URL sqlite:%s names no file. Write it as sqlite:path/to/file; for a passing database name a temporary file."
              .formatted(part));
    }
    return Path.of(part.startsWith("//") ? part.substring(2) : part).toAbsolutePath();
  }

  /// Opens the connection that writes, and makes the file and its folder where they are missing.
  SqliteConnection writer() {
    try {
      Files.createDirectories(path.getParent());
      return opened(SqliteConnection.writer(path, config));
    } catch (IOException | SQLException e) {
      throw unusable(e);
    } finally {
      made.countDown();
    }
  }

  /// Opens a connection that reads, after the one that writes had its try: reading needs its files.
  SqliteConnection reader() {
    try {
      made.await();
      return opened(SqliteConnection.reader(path, config));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable(e);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private SqliteConnection opened(SqliteConnection connection) {
    open.add(connection);
    return connection;
  }

  private DataException unusable(Exception cause) {
    return new DataException.Unavailable(
        "The SQLite file %s cannot be opened: %s Check that its folder may be written to and that it is a SQLite file."
            .formatted(path, cause.getMessage()),
        cause);
  }

  void close(SqliteConnection connection) {
    open.remove(connection);
    connection.close();
  }

  int size() {
    return open.size();
  }

  void interruptLate(long now) {
    for (SqliteConnection connection : open) {
      connection.interruptIfLate(now);
    }
  }
}
