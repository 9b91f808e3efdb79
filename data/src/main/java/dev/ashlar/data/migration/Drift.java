package dev.ashlar.data.migration;

import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Driver.Mode;
import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds where real tables are not as an image says, column by column and key by key.
final class Drift {
  private static final @Nullable Object[] NONE = {};

  private static final Statement SQLITE_OBJECTS =
      new Statement(
          "SELECT tbl_name, type, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name",
          List.of(),
          List.of(ValueType.STRING, ValueType.STRING, ValueType.STRING));

  private final Driver driver;
  private final SchemaSql sql;

  Drift(Driver driver, SchemaSql sql) {
    this.driver = driver;
    this.sql = sql;
  }

  /// The differences, a sentence each; empty when there are none.
  List<String> from(SchemaImage image) {
    return switch (sql) {
      case PostgresSchema schema -> postgres(schema, image);
      case SqliteSchema _ -> differences(image, expected(image), sqlite());
    };
  }

  private static List<String> differences(
      SchemaImage image, Map<String, Set<String>> expected, Map<String, Set<String>> actual) {
    var found = new ArrayList<String>();
    for (Table table : image.tables()) {
      Set<String> wanted = expected.getOrDefault(table.name(), Set.of());
      Set<String> there = actual.getOrDefault(table.name(), Set.of());
      if (there.isEmpty()) {
        found.add("Table %s is missing.".formatted(table.name()));
      } else {
        wanted.stream()
            .filter(fact -> !there.contains(fact))
            .forEach(fact -> found.add("Table %s lacks: %s".formatted(table.name(), fact)));
        there.stream()
            .filter(fact -> !wanted.contains(fact))
            .forEach(fact -> found.add("Table %s has more: %s".formatted(table.name(), fact)));
      }
    }
    return List.copyOf(found);
  }

  private static Map<String, Set<String>> facts(List<Row> rows) {
    var facts = new TreeMap<String, Set<String>>();
    rows.forEach(row -> add(facts, row.string(0), row.string(1)));
    return facts;
  }

  private static void add(Map<String, Set<String>> facts, String table, String fact) {
    facts.computeIfAbsent(table, _ -> new TreeSet<>()).add(fact);
  }

  // ---- PostgreSQL ----

  /// PostgreSQL rewrites what it is told. So it is told the image too, as temporary tables that are
  /// rolled back, and both are compared in its own words.
  private List<String> postgres(PostgresSchema schema, SchemaImage image) {
    Session session = Waiting.on(driver.begin(Mode.WRITE));
    try {
      var actual =
          facts(rows(session, "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())"));
      Waiting.on(session.change(Statement.of("SET LOCAL search_path = pg_temp"), NONE));
      for (String statement : schema.create(image)) {
        Waiting.on(session.change(Statement.of(statement), NONE));
      }
      return differences(image, facts(rows(session, "pg_my_temp_schema()")), actual);
    } finally {
      Waiting.on(session.rollback());
    }
  }

  /// What PostgreSQL itself says of tables: columns, constraints, and indexes that are no
  /// constraint's.
  private static String factsSql(String namespace) {
    return """
          SELECT c.relname::text, f.fact FROM (
            SELECT a.attrelid AS rel,
                format('column %%I %%s%%s%%s%%s', a.attname, format_type(a.atttypid, a.atttypmod),
                  CASE WHEN a.attcollation <> t.typcollation THEN ' collate ' || l.collname ELSE '' END,
                  CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
                  coalesce(CASE WHEN a.attgenerated = '' THEN ' default ' ELSE ' generated ' END
                    || pg_get_expr(d.adbin, d.adrelid), '')) AS fact
              FROM pg_attribute a
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_collation l ON l.oid = a.attcollation
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              WHERE a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
            SELECT k.conrelid, format('constraint %%I %%s', k.conname, pg_get_constraintdef(k.oid, true))
              FROM pg_constraint k WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')
            UNION ALL
            SELECT i.indrelid, pg_get_indexdef(i.indexrelid, 0, true)
              FROM pg_index i
              WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f')
          ) f JOIN pg_class c ON c.oid = f.rel
          WHERE c.relkind IN ('r', 'p') AND c.relnamespace = %s"""
        .formatted(namespace);
  }

  private static List<Row> rows(Executor executor, String namespace) {
    return Waiting.on(
        executor.rows(
            new Statement(
                factsSql(namespace), List.of(), List.of(ValueType.STRING, ValueType.STRING)),
            NONE));
  }

  // ---- SQLite ----

  /// SQLite keeps what it is told, word for word.
  private Map<String, Set<String>> sqlite() {
    var facts = new TreeMap<String, Set<String>>();
    for (Row row : Waiting.on(driver.rows(SQLITE_OBJECTS, NONE))) {
      describe(facts, row.string(0), row.string(2));
    }
    return facts;
  }

  private static Map<String, Set<String>> expected(SchemaImage image) {
    var facts = new TreeMap<String, Set<String>>();
    for (Table table : image.tables()) {
      new SqliteTable(table)
          .objects()
          .forEach(
              (name, sql) ->
                  describe(facts, sql.startsWith("CREATE VIRTUAL") ? name : table.name(), sql));
    }
    return facts;
  }

  private static void describe(Map<String, Set<String>> facts, String table, String sql) {
    if (!SqlText.plain(sql).startsWith("CREATE TABLE ")) {
      // A full-text table is told of with the table whose texts it has.
      String owner = sql.startsWith("CREATE VIRTUAL") ? table.replaceFirst("_search$", "") : table;
      add(facts, owner, SqlText.plain(sql));
      return;
    }
    var clause = new ArrayList<String>();
    int depth = 0;
    for (SqlText.Word word : SqlText.words(sql)) {
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      boolean edge = (depth == 1 && (word.is(",") || (word.is("(") && clause.size() == 3)));
      if (edge || (depth == 0 && word.is(")"))) {
        finish(facts, table, clause);
      } else {
        clause.add(word.text());
      }
    }
    finish(facts, table, clause);
  }

  private static void finish(Map<String, Set<String>> facts, String table, List<String> clause) {
    if (!clause.isEmpty()) {
      add(facts, table, String.join(" ", clause));
      clause.clear();
    }
  }
}
