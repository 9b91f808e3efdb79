package dev.ashlar.runtime.retention;

import dev.ashlar.data.Database;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.data.sql.Statement.Parameter;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.runtime.operation.Work;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Deletes old rows of the framework's own tables, the oldest first, a batch in each transaction:
/// what else wants to write waits for one batch at the most. Its calls block.
final class Sweep {
  private static final String DUTY = "retention";
  private static final Parameter MOMENT = new Parameter(ValueType.INSTANT, false);

  private final Database database;
  private final int rows;

  /// @param rows how many rows are a batch
  Sweep(Database database, int rows) {
    this.database = database;
    this.rows = rows;
  }

  /// A table whose rows grow old.
  enum Table {
    /// Found by an index, since its key says nothing of time.
    IDEMPOTENCY("ashlar_idempotency") {
      @Override
      String old(Dialect dialect, String key, String before, int rows) {
        return "SELECT %s FROM \"ashlar_idempotency\" WHERE \"at\" < %s ORDER BY \"at\" LIMIT %d"
            .formatted(key, before, rows);
      }

      @Override
      List<String> key(Dialect dialect) {
        return List.of("actor", "key");
      }
    },
    OUTBOX("ashlar_outbox") {
      @Override
      List<String> key(Dialect dialect) {
        return dialect.name().equals("sqlite")
            ? List.of("position")
            : List.of("transaction", "sequence");
      }
    },
    AUDIT("ashlar_audit") {
      @Override
      List<String> key(Dialect dialect) {
        return List.of("id");
      }
    };

    private final String table;

    Table(String table) {
      this.table = table;
    }

    abstract List<String> key(Dialect dialect);

    /// Rows whose keys rise with time need no index of their own, which every write would keep up:
    /// those with the least keys are looked at, and there is nothing to do where they are young.
    String old(Dialect dialect, String key, String before, int rows) {
      return "SELECT %1$s FROM (SELECT %1$s, \"at\" FROM \"%2$s\" ORDER BY %1$s LIMIT %4$d) AS \"oldest\" WHERE \"at\" < %3$s"
          .formatted(key, table, before, rows);
    }

    private Statement delete(Dialect dialect, int rows) {
      String key = key(dialect).stream().map(dialect::quote).collect(Collectors.joining(", "));
      String before = dialect.place(1, ValueType.INSTANT, false);
      return new Statement(
          "DELETE FROM \"%s\" WHERE (%s) IN (%s)"
              .formatted(table, key, old(dialect, key, before, rows)),
          List.of(MOMENT),
          List.of());
    }
  }

  /// Takes the turn of all nodes, if nobody took it lately.
  ///
  /// @param now when it is taken
  /// @param since a turn that was taken later is still somebody's
  boolean take(Instant now, Instant since) {
    var dialect = database.dialect();
    var claim =
        new Statement(
            """
            INSERT INTO "ashlar_duties" ("name", "at") VALUES ('%s', %s)
            ON CONFLICT ("name") DO UPDATE SET "at" = EXCLUDED."at"
            WHERE "ashlar_duties"."at" <= %s"""
                .formatted(
                    DUTY,
                    dialect.place(1, ValueType.INSTANT, false),
                    dialect.place(2, ValueType.INSTANT, false)),
            List.of(MOMENT, MOMENT),
            List.of());
    return UserCode.await(database.driver().change(claim, new Object[] {now, since})) == 1;
  }

  /// Whether there may be more where a batch had so many rows.
  boolean full(int deleted) {
    return deleted == rows;
  }

  /// Deletes a batch of rows from before a moment, and gives how many they were.
  int batch(Table table, Instant before) {
    var statement = table.delete(database.dialect(), rows);
    // In a session, which has a connection of its own: on one that many share, they would wait.
    return Work.in(
        database, session -> UserCode.await(session.change(statement, new Object[] {before})));
  }
}
