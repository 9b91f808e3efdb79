package dev.ashlar.data.migration;

import dev.ashlar.data.migration.Change.AddColumn;
import dev.ashlar.data.migration.Change.AddKey;
import dev.ashlar.data.migration.Change.AddSearch;
import dev.ashlar.data.migration.Change.ChangeType;
import dev.ashlar.data.migration.Change.CreateTable;
import dev.ashlar.data.migration.Change.DropColumn;
import dev.ashlar.data.migration.Change.DropKey;
import dev.ashlar.data.migration.Change.DropSearch;
import dev.ashlar.data.migration.Change.DropTable;
import dev.ashlar.data.migration.Change.RenameColumn;
import dev.ashlar.data.migration.Change.RenameKey;
import dev.ashlar.data.migration.Change.RenameTable;
import dev.ashlar.data.migration.Change.SetNullable;
import dev.ashlar.data.migration.Change.SetRequired;
import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.PrimaryKey;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.migration.SchemaImage.Unique;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what differs between two images whose tables and columns are matched.
final class Differ {
  private final SchemaImage from;
  private final SchemaImage to;
  private final Mapping mapping;
  private final List<Change> changes = new ArrayList<>();

  Differ(SchemaImage from, SchemaImage to, Mapping mapping) {
    this.from = from;
    this.to = to;
    this.mapping = mapping;
  }

  List<Change> changes() {
    var kept = new HashMap<String, Table>();
    for (Table table : from.tables()) {
      mapping
          .table(table.name())
          .ifPresentOrElse(name -> kept.put(name, table), () -> changes.add(new DropTable(table)));
    }
    for (Table table : to.tables()) {
      Table was = kept.get(table.name());
      if (was == null) {
        changes.add(new CreateTable(table));
      } else {
        compare(was, table);
      }
    }
    return changes.stream().sorted(Comparator.comparingInt(Change::phase)).toList();
  }

  private void compare(Table was, Table is) {
    if (!was.name().equals(is.name())) {
      changes.add(new RenameTable(was.name(), is.name()));
    }
    for (Column column : was.columns()) {
      mapping
          .column(is.name(), column.name())
          .ifPresentOrElse(
              name -> compare(is.name(), column, is.require(name)),
              () -> changes.add(new DropColumn(is.name(), column)));
    }
    var kept = mapping.columns().getOrDefault(is.name(), Map.of()).values();
    is.columns().stream()
        .filter(column -> !kept.contains(column.name()))
        .forEach(column -> changes.add(new AddColumn(is.name(), column)));
    keys(was, is);
    search(was, is);
  }

  private void compare(String table, Column was, Column is) {
    if (!was.name().equals(is.name())) {
      changes.add(new RenameColumn(table, was.name(), is.name()));
    }
    if (!Conversion.stored(was.type(), is.type())) {
      changes.add(new ChangeType(table, was, is));
    }
    if (was.nullable() && !is.nullable()) {
      changes.add(new SetRequired(table, is));
    } else if (!was.nullable() && is.nullable()) {
      changes.add(new SetNullable(table, is));
    }
  }

  private void search(Table was, Table is) {
    var seen = was.searchable().stream().map(name -> mapping.column(is.name(), name)).toList();
    var now = is.searchable().stream().map(Optional::of).toList();
    if (seen.equals(now) && !retyped(was, is, was.searchable())) {
      return;
    }
    if (!was.searchable().isEmpty()) {
      changes.add(new DropSearch(is.name(), was.searchable()));
    }
    if (!is.searchable().isEmpty()) {
      changes.add(new AddSearch(is.name(), is.searchable()));
    }
  }

  // ---- keys ----

  /// Keys are the same by what they hold, not by their name: a renamed column renames its keys.
  private void keys(Table was, Table is) {
    var wanted = new LinkedHashMap<String, Key>();
    is.keys().forEach(key -> wanted.put(key.name(), key));
    var left = new ArrayList<Key>();
    for (Key key : was.keys()) {
      boolean kept =
          seen(was, is, key)
              .filter(it -> it.equals(wanted.get(key.name())))
              .map(it -> wanted.remove(it.name()))
              .isPresent();
      if (!kept) {
        left.add(key);
      }
    }
    for (Key key : left) {
      Optional<Key> same = renamed(was, is, key, wanted);
      if (same.isPresent()) {
        wanted.remove(same.get().name());
        changes.add(new RenameKey(is.name(), key, same.get().name()));
      } else {
        changes.add(new DropKey(is.name(), key));
      }
    }
    wanted.values().forEach(key -> changes.add(new AddKey(is.name(), key)));
  }

  private Optional<Key> renamed(Table was, Table is, Key key, Map<String, Key> wanted) {
    boolean nameStays = wanted.containsKey(key.name());
    return nameStays
        ? Optional.empty()
        : seen(was, is, key)
            .flatMap(
                it ->
                    wanted.values().stream()
                        .filter(other -> !hasKey(was, other.name()))
                        .filter(other -> it.named(other.name()).equals(other))
                        .findFirst());
  }

  private static boolean hasKey(Table table, String name) {
    return table.keys().stream().anyMatch(key -> key.name().equals(name));
  }

  /// An old key in the new names; empty when what it holds is no longer there.
  private Optional<Key> seen(Table was, Table is, Key key) {
    var columns = new HashMap<String, String>();
    for (String column : key.over()) {
      Optional<String> now = mapping.column(is.name(), column);
      if (now.isEmpty()) {
        return Optional.empty();
      }
      columns.put(column, now.get());
    }
    return switch (key) {
      case PrimaryKey(var name, var column) ->
          Optional.of(new PrimaryKey(name, columns.getOrDefault(column, column)));
      case ForeignKey reference -> seen(reference, columns);
      case Unique(var name, var over) ->
          Optional.of(new Unique(name, over.stream().map(columns::get).toList()));
      case Index(var name, var parts) ->
          Optional.of(new Index(name, parts.stream().map(part -> seen(part, columns)).toList()));
      case Check(var name, var column, var rule) ->
          retyped(was, is, key.over())
              ? Optional.empty()
              : Optional.of(new Check(name, columns.getOrDefault(column, column), rule));
    };
  }

  private static Index.Part seen(Index.Part part, Map<String, String> columns) {
    return new Index.Part(columns.getOrDefault(part.column(), part.column()), part.descending());
  }

  private Optional<Key> seen(ForeignKey key, Map<String, String> columns) {
    String column = columns.getOrDefault(key.column(), key.column());
    if (from.table(key.table()).isEmpty()) {
      // Another module's table.
      return Optional.of(new ForeignKey(key.name(), column, key.table(), key.id()));
    }
    return mapping
        .table(key.table())
        .flatMap(
            table ->
                mapping
                    .column(table, key.id())
                    .map(id -> new ForeignKey(key.name(), column, table, id)));
  }

  /// Whether the values of any of these columns are stored otherwise than before.
  private boolean retyped(Table was, Table is, List<String> columns) {
    return columns.stream()
        .anyMatch(
            name ->
                mapping
                    .column(is.name(), name)
                    .filter(now -> was.require(name).type() != is.require(now).type())
                    .isPresent());
  }
}
