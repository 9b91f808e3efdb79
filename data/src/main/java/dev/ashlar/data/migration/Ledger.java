package dev.ashlar.data.migration;

import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The table `ashlar_migrations`, in which a database keeps what was run on it.
final class Ledger {
  static final String TABLE = "ashlar_migrations";

  private static final Map<String, ValueType> COLUMNS = columns();
  private static final @Nullable Object[] NONE = {};

  private final Dialect dialect;
  private final Statement exists;
  private final Statement read;
  private final Statement write;
  private final Statement remove;

  Ledger(Dialect dialect, SchemaSql sql) {
    this.dialect = dialect;
    String names = String.join(", ", COLUMNS.keySet().stream().map(Names::quote).toList());
    String all = Names.quote(TABLE);
    this.exists = new Statement(existsSql(sql), List.of(), List.of(ValueType.BOOLEAN));
    this.read =
        new Statement(
            "SELECT %s FROM %s ORDER BY \"number\"".formatted(names, all),
            List.of(),
            List.copyOf(COLUMNS.values()));
    this.write =
        new Statement(
            "INSERT INTO %s (%s) VALUES (%s)".formatted(all, names, places()),
            COLUMNS.values().stream().map(type -> new Parameter(type, false)).toList(),
            List.of());
    this.remove =
        new Statement(
            "DELETE FROM %s WHERE \"module\" = %s AND \"id\" = %s"
                .formatted(
                    all,
                    dialect.place(1, ValueType.STRING, false),
                    dialect.place(2, ValueType.STRING, false)),
            List.of(new Parameter(ValueType.STRING, false), new Parameter(ValueType.STRING, false)),
            List.of());
  }

  /// One migration that was run.
  ///
  /// @param number its place in the order of running
  /// @param checksum of the script that was run
  /// @param appliedBy the program that ran it
  record Line(
      long number,
      MigrationId id,
      String checksum,
      Instant appliedAt,
      String appliedBy,
      Duration took) {}

  private static Map<String, ValueType> columns() {
    var columns = new LinkedHashMap<String, ValueType>();
    columns.put("number", ValueType.LONG);
    columns.put("module", ValueType.STRING);
    columns.put("id", ValueType.STRING);
    columns.put("checksum", ValueType.STRING);
    columns.put("applied_at", ValueType.INSTANT);
    columns.put("applied_by", ValueType.STRING);
    columns.put("duration", ValueType.DURATION);
    return columns;
  }

  private String places() {
    var types = List.copyOf(COLUMNS.values());
    return String.join(
        ", ",
        IntStream.rangeClosed(1, types.size())
            .mapToObj(number -> dialect.place(number, types.get(number - 1), false))
            .toList());
  }

  private static String existsSql(SchemaSql sql) {
    return switch (sql) {
      case PostgresSchema _ -> "SELECT to_regclass('" + Names.quote(TABLE) + "') IS NOT NULL";
      case SqliteSchema _ ->
          "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '" + TABLE + "')";
    };
  }

  private static String createSql(SchemaSql sql) {
    var clauses = new ArrayList<String>();
    COLUMNS.forEach(
        (name, type) ->
            clauses.add("%s %s NOT NULL".formatted(Names.quote(name), type(sql, type))));
    clauses.add("PRIMARY KEY (\"module\", \"id\")");
    String strict =
        switch (sql) {
          case PostgresSchema _ -> "";
          case SqliteSchema _ -> " STRICT";
        };
    return "CREATE TABLE %s (%s)%s"
        .formatted(Names.quote(TABLE), String.join(", ", clauses), strict);
  }

  private static String type(SchemaSql sql, ValueType type) {
    return switch (sql) {
      case PostgresSchema _ -> PostgresSchema.type(type.kind());
      case SqliteSchema _ -> SqliteTable.type(type.kind());
    };
  }

  /// What was run, in the order of running; nothing where nothing ever was.
  List<Line> read(Executor executor) {
    boolean there = Waiting.on(executor.rows(exists, NONE)).getFirst().bool(0);
    return there
        ? Waiting.on(executor.rows(read, NONE)).stream().map(Ledger::entry).toList()
        : List.of();
  }

  private static Line entry(Row row) {
    return new Line(
        row.int64(0),
        new MigrationId(row.string(1), row.string(2)),
        row.string(3),
        row.instant(4),
        row.string(5),
        row.duration(6));
  }

  /// Makes the table where it is not there yet. Only while locked.
  void prepare(Executor executor, SchemaSql sql) {
    if (!Waiting.on(executor.rows(exists, NONE)).getFirst().bool(0)) {
      Waiting.on(executor.change(Statement.of(createSql(sql)), NONE));
    }
  }

  void add(Executor executor, Line entry) {
    Waiting.on(
        executor.change(
            write,
            new @Nullable Object[] {
              entry.number(),
              entry.id().module(),
              entry.id().name(),
              entry.checksum(),
              entry.appliedAt(),
              entry.appliedBy(),
              entry.took()
            }));
  }

  void remove(Executor executor, MigrationId id) {
    Waiting.on(executor.change(remove, new @Nullable Object[] {id.module(), id.name()}));
  }
}
