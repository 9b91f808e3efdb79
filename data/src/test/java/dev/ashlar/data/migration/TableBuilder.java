package dev.ashlar.data.migration;

import dev.ashlar.data.migration.SchemaImage.Check;
import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Fill;
import dev.ashlar.data.migration.SchemaImage.ForeignKey;
import dev.ashlar.data.migration.SchemaImage.Index;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.data.migration.SchemaImage.Unique;
import dev.ashlar.model.value.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Builds a table of an image with the names that a model would give.
final class TableBuilder {
  private final String name;
  private final String entity;
  private Optional<String> was = Optional.empty();
  private final List<Column> columns = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final List<Unique> uniques = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private List<String> searchable = List.of();

  private TableBuilder(String name, String entity) {
    this.name = name;
    this.entity = entity;
  }

  /// A table with a primary key.
  static TableBuilder table(String name, String entity) {
    return new TableBuilder(name, entity).column("id", Kind.UUID, false);
  }

  static SchemaImage image(TableBuilder... tables) {
    return new SchemaImage(Stream.of(tables).map(TableBuilder::build).toList());
  }

  TableBuilder was(String entity) {
    was = Optional.of(entity);
    return this;
  }

  TableBuilder column(String column, Kind kind, boolean nullable, Rule... rules) {
    return add(column, kind, nullable, Fill.UNKNOWN, Optional.empty(), rules);
  }

  TableBuilder filled(String column, Kind kind, Fill fill) {
    return add(column, kind, false, fill, Optional.empty());
  }

  TableBuilder renamed(String column, String former, Kind kind, boolean nullable, Rule... rules) {
    return add(column, kind, nullable, Fill.UNKNOWN, Optional.of(former), rules);
  }

  private TableBuilder add(
      String column,
      Kind kind,
      boolean nullable,
      Fill fill,
      Optional<String> former,
      Rule... rules) {
    columns.add(new Column(column, column, kind, nullable, fill, former));
    for (Rule rule : rules) {
      checks.add(new Check(Names.check(name, column, rule.word()), column, rule));
    }
    return this;
  }

  TableBuilder reference(String column, String target, boolean nullable) {
    column(column, Kind.UUID, nullable);
    return key(column, target);
  }

  /// Makes a column that is there a reference.
  TableBuilder key(String column, String target) {
    foreignKeys.add(new ForeignKey(Names.foreignKey(name, column), column, target, "id"));
    return index(column);
  }

  TableBuilder unique(String... over) {
    uniques.add(new Unique(Names.unique(name, List.of(over)), List.of(over)));
    return this;
  }

  /// `-name` descends.
  TableBuilder index(String... over) {
    var parts =
        Stream.of(over)
            .map(it -> new Index.Part(it.replaceFirst("^-", ""), it.startsWith("-")))
            .toList();
    var names = parts.stream().map(Index.Part::column).toList();
    var all = new ArrayList<>(parts);
    all.add(new Index.Part("id", parts.getLast().descending()));
    indexes.add(new Index(Names.index(name, names), all));
    return this;
  }

  TableBuilder search(String... over) {
    searchable = List.of(over);
    return this;
  }

  Table build() {
    return new Table(
        name, entity, "id", columns, foreignKeys, uniques, indexes, checks, searchable, was);
  }
}
