package dev.ashlar.data.migration;

import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.PrimaryKey;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.migration.SchemaImage.Unique;
import java.util.List;

/// One change of a schema. The kinds stand in the order in which changes are made; tables and
/// columns go by their new names from the renames on.
public sealed interface Change {
  /// A table gets another name.
  record RenameTable(String from, String to) implements Change {}

  /// A column gets another name.
  record RenameColumn(String table, String from, String to) implements Change {}

  /// A table loses its full text.
  record DropSearch(String table, List<String> columns) implements Change {
    public DropSearch {
      columns = List.copyOf(columns);
    }
  }

  /// A key, index or rule goes.
  record DropKey(String table, Key key) implements Change {}

  /// A column goes, and its values.
  record DropColumn(String table, Column column) implements Change {}

  /// A table goes, and its rows.
  record DropTable(Table table) implements Change {}

  /// A table comes, with all its keys and its full text.
  record CreateTable(Table table) implements Change {}

  /// A column comes.
  record AddColumn(String table, Column column) implements Change {}

  /// A column's values are stored otherwise.
  record ChangeType(String table, Column from, Column to) implements Change {}

  /// A column may hold null from now on.
  record SetNullable(String table, Column column) implements Change {}

  /// A column may no longer hold null.
  record SetRequired(String table, Column column) implements Change {}

  /// A key, index or rule gets the name that goes with its table's or column's new one.
  record RenameKey(String table, Key key, String to) implements Change {}

  /// A key, index or rule comes.
  record AddKey(String table, Key key) implements Change {}

  /// A table gets a full text.
  record AddSearch(String table, List<String> columns) implements Change {
    public AddSearch {
      columns = List.copyOf(columns);
    }
  }

  /// The change in words, such as `add column tasks.title`.
  default String text() {
    return switch (this) {
      case RenameTable(var from, var to) -> "rename table " + from + " to " + to;
      case RenameColumn(var table, var from, var to) ->
          "rename column " + table + "." + from + " to " + to;
      case DropSearch(var table, _) -> "drop full text of " + table;
      case DropKey(_, var key) -> "drop " + word(key) + " " + key.name();
      case DropColumn(var table, var column) -> "drop column " + table + "." + column.name();
      case DropTable(var table) -> "drop table " + table.name();
      case CreateTable(var table) -> "create table " + table.name();
      case AddColumn(var table, var column) -> "add column " + table + "." + column.name();
      case ChangeType(var table, var from, var to) ->
          "change type of %s.%s from %s to %s".formatted(table, to.name(), from.type(), to.type());
      case SetNullable(var table, var column) -> "let " + table + "." + column.name() + " be null";
      case SetRequired(var table, var column) -> "require " + table + "." + column.name();
      case RenameKey(_, var key, var to) -> "rename " + word(key) + " " + key.name() + " to " + to;
      case AddKey(_, var key) -> "add " + word(key) + " " + key.name();
      case AddSearch(var table, _) -> "add full text of " + table;
    };
  }

  /// What a key is called in reports and approvals.
  static String word(Key key) {
    return switch (key) {
      case PrimaryKey _ -> "primary-key";
      case ForeignKey _ -> "foreign-key";
      case Unique _ -> "unique";
      case Index _ -> "index";
      case Check _ -> "check";
    };
  }

  /// The place of the change among others.
  default int phase() {
    return switch (this) {
      case RenameTable _ -> 0;
      case RenameColumn _ -> 1;
      case DropSearch _ -> 2;
      // What refers to others goes first and comes last.
      case DropKey(_, ForeignKey _) -> 3;
      case DropKey _ -> 4;
      case DropColumn _ -> 5;
      case DropTable _ -> 6;
      case CreateTable _ -> 7;
      case AddColumn _ -> 8;
      case ChangeType _ -> 9;
      case SetNullable _ -> 10;
      case SetRequired _ -> 11;
      case RenameKey _ -> 12;
      case AddKey(_, ForeignKey _) -> 14;
      case AddKey _ -> 13;
      case AddSearch _ -> 15;
    };
  }
}
