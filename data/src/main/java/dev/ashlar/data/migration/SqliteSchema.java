package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.Names.quote;

import dev.ashlar.data.migration.Change.AddColumn;
import dev.ashlar.data.migration.Change.AddKey;
import dev.ashlar.data.migration.Change.ChangeType;
import dev.ashlar.data.migration.Change.CreateTable;
import dev.ashlar.data.migration.Change.DropColumn;
import dev.ashlar.data.migration.Change.DropKey;
import dev.ashlar.data.migration.Change.DropTable;
import dev.ashlar.data.migration.Change.RenameColumn;
import dev.ashlar.data.migration.Change.RenameKey;
import dev.ashlar.data.migration.Change.RenameTable;
import dev.ashlar.data.migration.SchemaImage.PrimaryKey;
import dev.ashlar.data.migration.SchemaImage.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The schema in SQLite, which can change little of a table: for the rest the table is built anew.
///
/// All tables are STRICT and keep SQLite's row number. Unique keys are indexes; other keys and
/// rules stand in their column's clause. Full text is an FTS5 table `<table>_search` that triggers
/// keep.
final class SqliteSchema implements SchemaSql {
  @Override
  public String dialect() {
    return "sqlite";
  }

  @Override
  public String script(SchemaDelta delta, Way way) {
    return new Script(delta, new ScriptText(way)).text();
  }

  /// The changes, by the new name of the table they change.
  private static Map<String, List<Change>> byTable(SchemaDelta delta) {
    var byTable = new LinkedHashMap<String, List<Change>>();
    for (Change change : delta.changes()) {
      String table =
          switch (change) {
            case RenameTable(_, var to) -> to;
            case RenameColumn(var it, _, _) -> it;
            case Change.DropSearch(var it, _) -> it;
            case DropKey(var it, _) -> it;
            case DropColumn(var it, _) -> it;
            case AddColumn(var it, _) -> it;
            case ChangeType(var it, _, _) -> it;
            case Change.SetNullable(var it, _) -> it;
            case Change.SetRequired(var it, _) -> it;
            case RenameKey(var it, _, _) -> it;
            case AddKey(var it, _) -> it;
            case Change.AddSearch(var it, _) -> it;
            case DropTable _, CreateTable _ -> "";
          };
      if (!table.isEmpty()) {
        byTable.computeIfAbsent(table, _ -> new ArrayList<>()).add(change);
      }
    }
    return byTable;
  }

  /// One script while it is written.
  private static final class Script {
    private final SchemaDelta delta;
    private final ScriptText out;
    private final List<Altered> altered = new ArrayList<>();

    private Script(SchemaDelta delta, ScriptText out) {
      this.delta = delta;
      this.out = out;
      byTable(delta)
          .forEach((name, changes) -> altered.add(new Altered(delta, name, List.copyOf(changes))));
    }

    private String text() {
      boolean drops = delta.changes().stream().anyMatch(DropTable.class::isInstance);
      if (drops || altered.stream().anyMatch(Altered::isRebuilt)) {
        out.note("While a table is away, rows refer to none; at the end all must be right again.");
        out.statement("PRAGMA defer_foreign_keys = ON");
      }
      altered.forEach(table -> table.dropSearch().forEach(out::statement));
      altered.forEach(table -> table.rename().forEach(out::statement));
      createTables();
      for (Altered table : altered) {
        table.changes().forEach(change -> out.risks(delta.risksOf(change)));
        table.alter().forEach(out::statement);
      }
      dropTables();
      return out.text();
    }

    private void createTables() {
      for (Change change : delta.changes()) {
        if (change instanceof CreateTable(var table)) {
          new SqliteTable(table).objects().values().forEach(out::statement);
        }
      }
    }

    private void dropTables() {
      for (Change change : delta.changes()) {
        if (change instanceof DropTable(var table)) {
          out.risks(delta.risksOf(change));
          new SqliteTable(table).dropSearch().forEach(out::statement);
          out.statement("DROP TABLE " + quote(table.name()));
        }
      }
    }
  }

  /// A table that is there before and after, and what changes of it.
  private record Altered(Table was, Table is, Mapping mapping, List<Change> changes) {
    private static final String COPY = "temp.\"ashlar_copy\"";

    private Altered(SchemaDelta delta, String name, List<Change> changes) {
      this(
          delta.from().table(oldName(delta, name)).orElseThrow(),
          delta.to().table(name).orElseThrow(),
          delta.mapping(),
          changes);
    }

    private static String oldName(SchemaDelta delta, String name) {
      return delta.mapping().inverse().table(name).orElseThrow();
    }

    /// Whether something changes that no ALTER TABLE of SQLite's can.
    private boolean isRebuilt() {
      return changes.stream().anyMatch(this::needsRebuild);
    }

    private boolean needsRebuild(Change change) {
      return switch (change) {
        case ChangeType _, Change.SetNullable _, Change.SetRequired _ -> true;
        case AddColumn(_, var column) -> !column.nullable();
        case DropColumn(_, var column) -> was.refers(column.name());
        case DropKey(_, var key) -> !SqliteTable.isIndex(key) && !goesWithColumn(key);
        case AddKey(_, var key) -> !SqliteTable.isIndex(key) && !comesWithColumn(key);
        // The primary key's name is in no clause.
        case RenameKey(_, var key, _) -> !SqliteTable.isIndex(key) && !(key instanceof PrimaryKey);
        // The row's number is declared with full text, and only then.
        case Change.AddSearch _ -> was.searchable().isEmpty();
        case Change.DropSearch _ -> is.searchable().isEmpty();
        case RenameTable _, RenameColumn _, DropTable _, CreateTable _ -> false;
      };
    }

    private boolean goesWithColumn(Key key) {
      return changes.stream()
          .anyMatch(it -> it instanceof DropColumn(_, var column) && isOnly(key, column.name()));
    }

    private boolean comesWithColumn(Key key) {
      return changes.stream()
          .anyMatch(it -> it instanceof AddColumn(_, var column) && isOnly(key, column.name()));
    }

    private static boolean isOnly(Key key, String column) {
      return key.over().equals(List.of(column));
    }

    /// Full text stands aside of every change but those of indexes.
    private List<String> dropSearch() {
      return touchesSearch() ? new SqliteTable(was).dropSearch() : List.of();
    }

    private boolean touchesSearch() {
      return !changes.stream()
          .allMatch(
              it ->
                  (it instanceof AddKey(_, var added) && SqliteTable.isIndex(added))
                      || (it instanceof DropKey(_, var dropped) && SqliteTable.isIndex(dropped)));
    }

    private List<String> rename() {
      var statements = new ArrayList<String>();
      // Indexes cannot be renamed; and those on a column that goes would be in its way.
      for (Change change : changes) {
        if (change instanceof DropKey(_, var key) && SqliteTable.isIndex(key)) {
          statements.add(drop(key));
        } else if (change instanceof RenameKey(_, var key, _) && SqliteTable.isIndex(key)) {
          statements.add(drop(key));
        } else if (change instanceof RenameTable(var from, var to)) {
          statements.add("ALTER TABLE %s RENAME TO %s".formatted(quote(from), quote(to)));
        } else if (change instanceof RenameColumn(_, var from, var to)) {
          statements.add(alter("RENAME COLUMN %s TO %s".formatted(quote(from), quote(to))));
        }
      }
      return statements;
    }

    private static String drop(Key index) {
      return "DROP INDEX " + quote(index.name());
    }

    private String alter(String what) {
      return "ALTER TABLE " + quote(is.name()) + " " + what;
    }

    private List<String> alter() {
      var statements = new ArrayList<String>();
      var made = new SqliteTable(is);
      if (isRebuilt()) {
        statements.addAll(rebuild(made));
        statements.addAll(made.indexes().values());
      } else {
        changes.forEach(change -> alter(made, change).ifPresent(statements::add));
      }
      if (touchesSearch()) {
        statements.addAll(made.createSearch());
      }
      return statements;
    }

    private Optional<String> alter(SqliteTable made, Change change) {
      if (change instanceof DropColumn(_, var column)) {
        return Optional.of(alter("DROP COLUMN " + quote(column.name())));
      }
      if (change instanceof AddColumn(_, var column)) {
        return Optional.of(alter("ADD COLUMN " + made.clause(column)));
      }
      if (change instanceof RenameKey(_, _, var to)) {
        return Optional.ofNullable(made.indexes().get(to));
      }
      return change instanceof AddKey(_, var key)
          ? Optional.ofNullable(made.indexes().get(key.name()))
          : Optional.empty();
    }

    /// The rows wait in a copy while the table is dropped and made: rows that refer to them are in
    /// the debt of the transaction meanwhile, and out of it when they are back.
    private List<String> rebuild(SqliteTable made) {
      var columns = new ArrayList<String>();
      var values = new ArrayList<String>();
      for (var column : is.columns()) {
        columns.add(quote(column.name()));
        values.add(new SqliteValue(was, is, mapping).of(column));
      }
      String all = String.join(", ", columns);
      return List.of(
          "CREATE TEMP TABLE \"ashlar_copy\" AS\n  SELECT %s\n  FROM %s"
              .formatted(String.join(", ", values), quote(is.name())),
          "DROP TABLE " + quote(is.name()),
          made.create(),
          "INSERT INTO %s (%s)\n  SELECT %s\n  FROM %s".formatted(quote(is.name()), all, all, COPY),
          "DROP TABLE " + COPY);
    }
  }
}
