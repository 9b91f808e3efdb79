package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.Names.quote;

import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.migration.SchemaImage.Unique;
import dev.ashlar.model.value.ValueType.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The SQL of one table in SQLite, with its indexes and its full text.
///
/// A column says everything of itself in its own clause, so that it can come and go alone. The
/// row's number is declared where full text refers to it: SQLite may change an undeclared one at a
/// VACUUM.
record SqliteTable(Table table) {

  /// Every object of the table by its name, in the order in which they are made.
  Map<String, String> objects() {
    var objects = new LinkedHashMap<String, String>();
    objects.put(table.name(), create());
    objects.putAll(indexes());
    objects.putAll(search());
    return objects;
  }

  String create() {
    var clauses = new ArrayList<String>();
    if (!table.searchable().isEmpty()) {
      clauses.add("\"rowid\" INTEGER PRIMARY KEY");
    }
    table.columns().forEach(column -> clauses.add(clause(column)));
    return "CREATE TABLE %s (\n  %s\n) STRICT"
        .formatted(quote(table.name()), String.join(",\n  ", clauses));
  }

  String clause(Column column) {
    var clause = new StringBuilder(quote(column.name())).append(' ').append(type(column.type()));
    if (!column.nullable()) {
      clause.append(" NOT NULL");
    }
    if (column.name().equals(table.id())) {
      clause.append(table.searchable().isEmpty() ? " PRIMARY KEY" : " UNIQUE");
    }
    for (Check check : table.checks()) {
      if (check.column().equals(column.name())) {
        String condition = condition(quote(column.name()), column.type(), check.rule());
        clause.append("\n    CONSTRAINT %s CHECK (%s)".formatted(quote(check.name()), condition));
      }
    }
    for (var key : table.foreignKeys()) {
      if (key.column().equals(column.name())) {
        clause.append(
            "\n    CONSTRAINT %s REFERENCES %s (%s)"
                .formatted(quote(key.name()), quote(key.table()), quote(key.id())));
      }
    }
    return clause.toString();
  }

  static String type(Kind kind) {
    return switch (kind) {
      case UUID, BYTES -> "BLOB";
      case STRING, ENUM, JSON -> "TEXT";
      case BOOLEAN, INT, LONG, INSTANT, DATE, TIME, DATE_TIME, DURATION -> "INTEGER";
      case DOUBLE -> "REAL";
      case DECIMAL, INTEGER -> "TEXT COLLATE ASHLAR_DECIMAL";
    };
  }

  // ---- indexes ----

  Map<String, String> indexes() {
    var indexes = new LinkedHashMap<String, String>();
    table.uniques().forEach(key -> indexes.put(key.name(), index(key)));
    table.indexes().forEach(key -> indexes.put(key.name(), index(key)));
    return indexes;
  }

  /// A unique key is an index too: one that is declared in the table could not come or go alone.
  private String index(Unique key) {
    String columns = key.columns().stream().map(Names::quote).collect(Collectors.joining(", "));
    return "CREATE UNIQUE INDEX %s ON %s (%s)"
        .formatted(quote(key.name()), quote(table.name()), columns);
  }

  private String index(Index key) {
    String parts =
        key.parts().stream()
            .map(part -> quote(part.column()) + (part.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", "));
    return "CREATE INDEX %s ON %s (%s)".formatted(quote(key.name()), quote(table.name()), parts);
  }

  /// Whether a key is an index of its own, rather than part of a column's clause.
  static boolean isIndex(Key key) {
    return key instanceof Index || key instanceof Unique;
  }

  // ---- full text ----

  /// The full-text table, which reads the texts from the base table, and what keeps it.
  Map<String, String> search() {
    if (table.searchable().isEmpty()) {
      return Map.of();
    }
    String name = Names.searchTable(table.name());
    String columns = columns("");
    var objects = new LinkedHashMap<String, String>();
    objects.put(
        name,
        "CREATE VIRTUAL TABLE %s USING fts5 (%s, content = %s, content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 0')"
            .formatted(quote(name), columns, quote(table.name())));
    String added =
        "INSERT INTO %s (rowid, %s) VALUES (new.rowid, %s);"
            .formatted(quote(name), columns, columns("new."));
    String removed =
        "INSERT INTO %s (%s, rowid, %s) VALUES ('delete', old.rowid, %s);"
            .formatted(quote(name), quote(name), columns, columns("old."));
    trigger(objects, name + "_insert", "AFTER INSERT", added);
    trigger(objects, name + "_delete", "AFTER DELETE", removed);
    trigger(objects, name + "_update", "AFTER UPDATE OF " + columns, removed + "\n  " + added);
    return objects;
  }

  private String columns(String row) {
    return table.searchable().stream()
        .map(column -> row + quote(column))
        .collect(Collectors.joining(", "));
  }

  private void trigger(Map<String, String> objects, String name, String when, String body) {
    objects.put(
        name,
        "CREATE TRIGGER %s %s ON %s BEGIN\n  %s\nEND"
            .formatted(quote(name), when, quote(table.name()), body));
  }

  List<String> createSearch() {
    var statements = new ArrayList<>(search().values());
    if (!statements.isEmpty()) {
      String name = quote(Names.searchTable(table.name()));
      statements.add("INSERT INTO %s (%s) VALUES ('rebuild')".formatted(name, name));
    }
    return statements;
  }

  List<String> dropSearch() {
    var statements = new ArrayList<String>();
    search()
        .forEach(
            (name, sql) ->
                statements.addFirst(
                    (sql.startsWith("CREATE TRIGGER") ? "DROP TRIGGER " : "DROP TABLE ")
                        + quote(name)));
    return statements;
  }

  // ---- rules ----

  private static String condition(String column, Kind type, Rule rule) {
    return switch (rule) {
      case Rule.NotBlank _ -> "trim(%s, char(32, 9, 10, 11, 12, 13)) <> ''".formatted(column);
      case Rule.Size size ->
          PostgresSchema.size(
              (type == Kind.JSON ? "json_array_length(" : "length(") + column + ")", size);
      case Rule.Min(var bound, boolean inclusive) ->
          column + (inclusive ? " >= " : " > ") + number(type, bound.toPlainString());
      case Rule.Max(var bound, boolean inclusive) ->
          column + (inclusive ? " <= " : " < ") + number(type, bound.toPlainString());
      case Rule.Digits digits -> digits(column, type, digits);
      case Rule.OneOf(var names) ->
          names.stream()
              .map(Names::literal)
              .collect(Collectors.joining(", ", column + " IN (", ")"));
    };
  }

  /// Numbers that are kept as texts are compared by the column's collation.
  private static String number(Kind type, String number) {
    return type == Kind.DECIMAL || type == Kind.INTEGER ? Names.literal(number) : number;
  }

  /// Digits after the point cannot be counted here: the application's validation does.
  private static String digits(String column, Kind type, Rule.Digits digits) {
    String limit = BigInteger.TEN.pow(digits.integer()).toString();
    return "%s > %s AND %s < %s"
        .formatted(column, number(type, "-" + limit), column, number(type, limit));
  }
}
