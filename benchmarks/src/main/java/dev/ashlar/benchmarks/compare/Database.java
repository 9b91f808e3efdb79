package dev.ashlar.benchmarks.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.Collation;

/// One contender's database, as the harness fills and cleans it.
sealed interface Database {

  void run(List<String> scripts) throws SQLException;

  /// Brings statistics, dead rows and pages not yet written to the same state before every round.
  void settle() throws SQLException;

  record Postgres(PostgresServer server, String name) implements Database {

    @Override
    public void run(List<String> scripts) throws SQLException {
      for (String script : scripts) {
        server.execute(name, read(script));
      }
    }

    @Override
    public void settle() throws SQLException {
      server.execute(name, "VACUUM ANALYZE");
      server.execute(name, "CHECKPOINT");
    }
  }

  record Sqlite(Path file) implements Database {

    @Override
    public void run(List<String> scripts) throws SQLException {
      for (String script : scripts) {
        execute(read(script).split(";\\s*\\n"));
      }
    }

    @Override
    public void settle() throws SQLException {
      execute("ANALYZE");
      execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void execute(String... statements) throws SQLException {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 30000");
        statement.execute("PRAGMA journal_mode = WAL");
        Collation.create(connection, "ASHLAR_DECIMAL", new Decimals());
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }
  }

  /// Ashlar's columns of decimals are ordered by this collation, so whoever writes them needs it.
  final class Decimals extends Collation {
    @Override
    protected int xCompare(String left, String right) {
      return new BigDecimal(left).compareTo(new BigDecimal(right));
    }
  }

  private static String read(String script) {
    String path = "/seed/" + script + ".sql";
    try (InputStream in = Database.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new UsageException("There is no script " + path + " on the class path.");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UsageException("Cannot read the script " + path + ": " + e);
    }
  }
}
