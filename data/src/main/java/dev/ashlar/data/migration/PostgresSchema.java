package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.Names.quote;

import dev.ashlar.data.migration.Change.DropTable;
import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.PrimaryKey;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.migration.SchemaImage.Unique;
import dev.ashlar.model.value.ValueType.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The schema in PostgreSQL. Texts are ordered by code point, so they have the collation "C"; full
/// text is a generated column `search`.
final class PostgresSchema implements SchemaSql {
  @Override
  public String dialect() {
    return "postgresql";
  }

  @Override
  public String script(SchemaDelta delta, Way way) {
    var out = new ScriptText(way);
    var dropped = delta.changes().stream().filter(DropTable.class::isInstance).toList();
    for (Change change : delta.changes()) {
      if (!(change instanceof DropTable)) {
        out.risks(delta.risksOf(change));
        statements(delta, change).forEach(out::statement);
      } else if (change.equals(dropped.getFirst())) {
        // In one statement, because they may refer to each other.
        dropped.forEach(table -> out.risks(delta.risksOf(table)));
        out.statement(drop(dropped));
      }
    }
    // Only now is every table there that may be referred to.
    for (Change change : delta.changes()) {
      if (change instanceof Change.CreateTable(var table)) {
        table.foreignKeys().forEach(key -> out.statement(add(table, key)));
      }
    }
    return out.text();
  }

  private static String drop(List<Change> tables) {
    return tables.stream()
        .filter(DropTable.class::isInstance)
        .map(change -> quote(((DropTable) change).table().name()))
        .collect(Collectors.joining(", ", "DROP TABLE ", ""));
  }

  private static List<String> statements(SchemaDelta delta, Change change) {
    return switch (change) {
      case Change.RenameTable(var from, var to) ->
          List.of("ALTER TABLE %s RENAME TO %s".formatted(quote(from), quote(to)));
      case Change.RenameColumn(var table, var from, var to) ->
          List.of(alter(table, "RENAME COLUMN %s TO %s".formatted(quote(from), quote(to))));
      case Change.DropSearch(var table, _) -> List.of(alter(table, "DROP COLUMN \"search\""));
      case Change.DropKey(var table, var key) -> List.of(drop(table, key));
      case Change.DropColumn(var table, var column) ->
          List.of(alter(table, "DROP COLUMN " + quote(column.name())));
      case DropTable _ -> List.of();
      case Change.CreateTable(var table) -> create(table);
      case Change.AddColumn(var table, var column) ->
          addColumn(delta.to().table(table).orElseThrow(), column);
      case Change.ChangeType(var table, var from, var to) -> changeType(table, from, to);
      case Change.SetNullable(var table, var column) ->
          List.of(alter(table, "ALTER COLUMN " + quote(column.name()) + " DROP NOT NULL"));
      case Change.SetRequired(var table, var column) ->
          List.of(alter(table, "ALTER COLUMN " + quote(column.name()) + " SET NOT NULL"));
      case Change.RenameKey(var table, var key, var to) -> List.of(rename(table, key, to));
      case Change.AddKey(var table, var key) ->
          List.of(add(delta.to().table(table).orElseThrow(), key));
      case Change.AddSearch(var table, var columns) ->
          List.of(alter(table, "ADD COLUMN " + search(columns)), searchIndex(table));
    };
  }

  private static String alter(String table, String what) {
    return "ALTER TABLE " + quote(table) + " " + what;
  }

  // ---- tables ----

  private static List<String> create(Table table) {
    var clauses = new ArrayList<String>();
    table.columns().forEach(column -> clauses.add(column(column)));
    if (!table.searchable().isEmpty()) {
      clauses.add(search(table.searchable()));
    }
    clauses.add(constraint(table, table.primaryKey()));
    table.uniques().forEach(key -> clauses.add(constraint(table, key)));
    table.checks().forEach(check -> clauses.add(constraint(table, check)));
    var statements = new ArrayList<String>();
    statements.add(
        "CREATE TABLE %s (\n  %s\n)".formatted(quote(table.name()), String.join(",\n  ", clauses)));
    table.indexes().forEach(index -> statements.add(add(table, index)));
    if (!table.searchable().isEmpty()) {
      statements.add(searchIndex(table.name()));
    }
    return statements;
  }

  private static String column(Column column) {
    return quote(column.name())
        + " "
        + type(column.type())
        + (column.nullable() ? "" : " NOT NULL");
  }

  private static List<String> addColumn(Table table, Column column) {
    String added = "ADD COLUMN " + column(column);
    Optional<String> value = column.nullable() ? Optional.empty() : value(table, column);
    if (value.isEmpty()) {
      return List.of(alter(table.name(), added));
    }
    // The value is for the rows that are there; from then on the application gives one.
    return List.of(
        alter(table.name(), added + " DEFAULT " + value.get()),
        alter(table.name(), "ALTER COLUMN " + quote(column.name()) + " DROP DEFAULT"));
  }

  private static Optional<String> value(Table table, Column column) {
    return switch (column.fill()) {
      case FIRST_VERSION -> Optional.of("1");
      case NOW -> Optional.of("now()");
      case UNKNOWN -> Zero.of(table, column).map(Zero::postgresql);
    };
  }

  static String type(Kind kind) {
    return switch (kind) {
      case UUID -> "uuid";
      case STRING, ENUM -> "text COLLATE \"C\"";
      case BOOLEAN -> "boolean";
      case INT -> "int4";
      case LONG, DURATION -> "int8";
      case DOUBLE -> "float8";
      case DECIMAL, INTEGER -> "numeric";
      case INSTANT -> "timestamptz";
      case DATE -> "date";
      case TIME -> "time";
      case DATE_TIME -> "timestamp";
      case BYTES -> "bytea";
      case JSON -> "jsonb";
    };
  }

  private static List<String> changeType(String table, Column from, Column to) {
    String column = quote(to.name());
    if (from.type() == Kind.INTEGER && to.type() == Kind.DECIMAL) {
      return List.of();
    }
    return List.of(
        alter(
            table,
            "ALTER COLUMN %s TYPE %s USING %s"
                .formatted(column, type(to.type()), converted(column, from.type(), to.type()))));
  }

  /// What does not fit is put into a text that cannot be cast, so that the database refuses it.
  private static String converted(String column, Kind from, Kind to) {
    String type = to == Kind.STRING ? "text" : type(to);
    boolean fractions = from == Kind.DOUBLE || from == Kind.DECIMAL;
    if (fractions && to != Kind.DOUBLE && to != Kind.DECIMAL) {
      return "CASE WHEN %s = trunc(%s) THEN trunc(%s)::%s ELSE (%s::text || ' has a fraction')::%s END"
          .formatted(column, column, column, type, column, type);
    }
    return column + "::" + type;
  }

  // ---- keys ----

  private static String add(Table table, Key key) {
    return key instanceof Index index
        ? "CREATE INDEX %s ON %s (%s)"
            .formatted(quote(index.name()), quote(table.name()), parts(index))
        : alter(table.name(), "ADD " + constraint(table, key));
  }

  private static String constraint(Table table, Key key) {
    return "CONSTRAINT %s %s".formatted(quote(key.name()), definition(table, key));
  }

  private static String definition(Table table, Key key) {
    return switch (key) {
      case PrimaryKey(_, var column) -> "PRIMARY KEY (" + quote(column) + ")";
      case Unique(_, var columns) ->
          columns.stream().map(Names::quote).collect(Collectors.joining(", ", "UNIQUE (", ")"));
      case ForeignKey(_, var column, var target, var id) ->
          "FOREIGN KEY (%s) REFERENCES %s (%s)".formatted(quote(column), quote(target), quote(id));
      case Index index -> throw new IllegalArgumentException(index + " is not a constraint.");
      case Check(_, var column, var rule) ->
          "CHECK (" + condition(quote(column), table.require(column).type(), rule) + ")";
    };
  }

  private static String drop(String table, Key key) {
    return key instanceof Index
        ? "DROP INDEX " + quote(key.name())
        : alter(table, "DROP CONSTRAINT " + quote(key.name()));
  }

  private static String rename(String table, Key key, String to) {
    return key instanceof Index
        ? "ALTER INDEX %s RENAME TO %s".formatted(quote(key.name()), quote(to))
        : alter(table, "RENAME CONSTRAINT %s TO %s".formatted(quote(key.name()), quote(to)));
  }

  private static String parts(Index index) {
    return index.parts().stream()
        .map(part -> quote(part.column()) + (part.descending() ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  // ---- rules ----

  private static String condition(String column, Kind type, Rule rule) {
    return switch (rule) {
      case Rule.NotBlank _ -> "btrim(%s, E' \\t\\n\\r\\f\\x0B') <> ''".formatted(column);
      case Rule.Size size -> size(length(column, type), size);
      case Rule.Min(var bound, boolean inclusive) ->
          column + (inclusive ? " >= " : " > ") + bound.toPlainString();
      case Rule.Max(var bound, boolean inclusive) ->
          column + (inclusive ? " <= " : " < ") + bound.toPlainString();
      case Rule.Digits digits -> digits(column, type, digits);
      case Rule.OneOf(var names) ->
          names.stream()
              .map(Names::literal)
              .collect(Collectors.joining(", ", column + " IN (", ")"));
    };
  }

  private static String length(String column, Kind type) {
    return switch (type) {
      case BYTES -> "octet_length(" + column + ")";
      case JSON -> "jsonb_array_length(" + column + ")";
      case UUID,
          STRING,
          BOOLEAN,
          INT,
          LONG,
          DOUBLE,
          DECIMAL,
          INTEGER,
          ENUM,
          INSTANT,
          DATE,
          TIME,
          DATE_TIME,
          DURATION ->
          "char_length(" + column + ")";
    };
  }

  /// Bounds that always hold are left out.
  static String size(String length, Rule.Size size) {
    if (size.max() == Integer.MAX_VALUE) {
      return length + " >= " + size.min();
    }
    return size.min() <= 0
        ? length + " <= " + size.max()
        : "%s BETWEEN %d AND %d".formatted(length, size.min(), size.max());
  }

  private static String digits(String column, Kind type, Rule.Digits digits) {
    String limit = BigInteger.TEN.pow(digits.integer()).toString();
    String whole = "%s > -%s AND %s < %s".formatted(column, limit, column, limit);
    return type == Kind.DECIMAL
        ? whole + " AND scale(trim_scale(%s)) <= %d".formatted(column, digits.fraction())
        : whole;
  }

  // ---- full text ----

  private static String search(List<String> columns) {
    String text =
        columns.stream()
            .map(column -> "coalesce(" + quote(column) + ", '')")
            .collect(Collectors.joining(" || ' ' || "));
    return "\"search\" tsvector GENERATED ALWAYS AS (to_tsvector('simple', %s)) STORED"
        .formatted(text);
  }

  private static String searchIndex(String table) {
    return "CREATE INDEX %s ON %s USING gin (\"search\")"
        .formatted(quote(Names.searchIndex(table)), quote(table));
  }
}
