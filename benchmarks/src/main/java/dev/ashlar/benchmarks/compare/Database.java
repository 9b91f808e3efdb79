package dev.ashlar.benchmarks.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.Collation;

/// One contender's database, as the harness fills and cleans it.
sealed interface Database {

  /// The collation of Ashlar's columns of decimals.
  String DECIMALS = "ASHLAR_DECIMAL";

  void run(List<String> scripts) throws SQLException;

  /// Gives the rows of a query, every value as text.
  List<List<@Nullable String>> rows(String sql) throws SQLException;

  /// How the named tables are made: columns, constraints, indexes, triggers.
  Set<String> tables(List<String> names) throws SQLException;

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
    public List<List<@Nullable String>> rows(String sql) throws SQLException {
      try (Connection connection = server.connect(name)) {
        return read(connection, sql);
      }
    }

    @Override
    public Set<String> tables(List<String> names) throws SQLException {
      String in = quoted(names);
      return lines(
          rows(
              """
              SELECT tablename || ' ' || indexdef FROM pg_indexes WHERE tablename IN (%1$s)
              UNION ALL
              SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
              WHERE conrelid::regclass::text IN (%1$s)
              UNION ALL
              SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable,
                column_default, identity_generation, generation_expression)
              FROM information_schema.columns WHERE table_name IN (%1$s)
              """
                  .formatted(in)));
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
    public List<List<@Nullable String>> rows(String sql) throws SQLException {
      try (Connection connection = connect()) {
        return read(connection, sql);
      }
    }

    @Override
    public Set<String> tables(List<String> names) throws SQLException {
      return lines(
          rows(
              "SELECT sql FROM sqlite_schema WHERE tbl_name IN (%s) AND sql IS NOT NULL"
                  .formatted(quoted(names))));
    }

    @Override
    public void settle() throws SQLException {
      execute("ANALYZE");
      execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void execute(String... statements) throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }

    private Connection connect() throws SQLException {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 30000");
        statement.execute("PRAGMA journal_mode = WAL");
      }
      Collation.create(connection, DECIMALS, new Decimals());
      return connection;
    }
  }

  /// Whoever writes a column of this collation needs it.
  final class Decimals extends Collation {
    @Override
    protected int xCompare(String left, String right) {
      return new BigDecimal(left).compareTo(new BigDecimal(right));
    }
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  /// The first column, without what differs in layout, in the framework's prefix, and in how SQLite
  /// sorts decimals: by a collation of Ashlar's, which nothing that is measured asks for.
  private static Set<String> lines(List<List<@Nullable String>> rows) {
    return rows.stream()
        .map(row -> String.valueOf(row.getFirst()))
        .map(line -> line.replace("ashlar_", "").replace(" COLLATE " + DECIMALS, ""))
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<List<@Nullable String>> read(Connection connection, String sql)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (found.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
      return rows;
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
