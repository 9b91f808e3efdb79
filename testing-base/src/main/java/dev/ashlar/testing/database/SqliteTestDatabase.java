package dev.ashlar.testing.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A file in a folder of its own, where SQLite also keeps its log.
record SqliteTestDatabase(Path folder) implements TestDatabase {
  private static final String FILE = "test.db";

  static SqliteTestDatabase create() {
    try {
      return new SqliteTestDatabase(Files.createTempDirectory("ashlar-test-"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot make a folder for a SQLite database in " + System.getProperty("java.io.tmpdir"),
          e);
    }
  }

  @Override
  public DatabaseKind kind() {
    return DatabaseKind.SQLITE;
  }

  @Override
  public URI url() {
    return URI.create("sqlite:" + folder.resolve(FILE).toUri().getRawPath());
  }

  @Override
  public String jdbcUrl() {
    return "jdbc:sqlite:" + folder.resolve(FILE);
  }

  @Override
  public TestDatabase copy() {
    var copy = create();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.folder.resolve(file.getFileName()));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the SQLite database in " + folder, e);
    }
  }

  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the SQLite database in " + folder, e);
    }
  }
}
