package dev.ashlar.data.migration;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.ModelException;
import dev.ashlar.model.value.ValueType.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The tables of one module as data, the same for every database: what the model asks for, or what
/// a migration leads to.
///
/// @param tables sorted by name
public record SchemaImage(List<Table> tables) {
  /// No tables.
  public static final SchemaImage EMPTY = new SchemaImage(List.of());

  public SchemaImage {
    tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
  }

  /// The tables of entities that refer only to each other.
  ///
  /// @throws ModelException naming everything that cannot be stored
  public static SchemaImage of(Collection<EntityModel<?>> entities) {
    return of(entities, List.of());
  }

  /// The tables of entities that may also refer to entities of other modules, whose tables are not
  /// in the image.
  ///
  /// @throws ModelException naming everything that cannot be stored
  public static SchemaImage of(
      Collection<EntityModel<?>> entities, Collection<EntityModel<?>> others) {
    return new ImageMaker(entities, others).make();
  }

  /// The image that [#json()] wrote.
  ///
  /// @throws MigrationException.Malformed when it is not one
  public static SchemaImage parse(String json) {
    return ImageJson.read(json);
  }

  /// The image as text: equal images give equal text.
  public String json() {
    return ImageJson.write(this);
  }

  /// A fingerprint of the image.
  public String checksum() {
    return Names.sha256(json());
  }

  /// The table of that name, if there is one.
  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /// The tables of both images.
  public SchemaImage and(SchemaImage other) {
    var all = new ArrayList<>(tables);
    all.addAll(other.tables);
    return new SchemaImage(all);
  }

  /// The key or rule of that name, such as `tasks_title_check_size`, if there is one: what a
  /// database names when it refuses a row.
  public Optional<Key> key(String name) {
    return tables.stream()
        .flatMap(table -> table.keys().stream())
        .filter(key -> key.name().equals(name))
        .findFirst();
  }

  /// One table.
  ///
  /// @param name its name, such as `tasks`
  /// @param entity the record's simple name, such as `Task`
  /// @param id the column that is the primary key
  /// @param columns in the order of the record's components
  /// @param searchable the columns of its full text; empty when it has none
  /// @param was the record's former name
  public record Table(
      String name,
      String entity,
      String id,
      List<Column> columns,
      List<ForeignKey> foreignKeys,
      List<Unique> uniques,
      List<Index> indexes,
      List<Check> checks,
      List<String> searchable,
      Optional<String> was) {
    public Table {
      columns = List.copyOf(columns);
      foreignKeys = List.copyOf(foreignKeys);
      uniques = List.copyOf(uniques);
      indexes = List.copyOf(indexes);
      checks = List.copyOf(checks);
      searchable = List.copyOf(searchable);
    }

    /// The column of that name, if there is one.
    public Optional<Column> column(String name) {
      return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// The primary key.
    public PrimaryKey primaryKey() {
      return new PrimaryKey(Names.primaryKey(name), id);
    }

    /// Every key, index and rule, in the order: primary, foreign, unique, indexes, checks.
    public List<Key> keys() {
      var all = new ArrayList<Key>();
      all.add(primaryKey());
      all.addAll(foreignKeys);
      all.addAll(uniques);
      all.addAll(indexes);
      all.addAll(checks);
      return List.copyOf(all);
    }

    Column require(String column) {
      return column(column).orElseThrow();
    }

    boolean refers(String column) {
      return foreignKeys.stream().anyMatch(key -> key.column().equals(column));
    }
  }

  /// One column.
  ///
  /// @param name its name, such as `project_id`
  /// @param component the record's component, such as `project`
  /// @param type how values are stored; each database has its own name for it
  /// @param nullable whether a row may hold null
  /// @param fill what rows get that were there before the column
  /// @param was the component's former name
  public record Column(
      String name,
      String component,
      Kind type,
      boolean nullable,
      Fill fill,
      Optional<String> was) {}

  /// What rows get that were there before a required column was.
  public enum Fill {
    /// Nothing is known: the migration names a value, and asks for approval.
    UNKNOWN,
    /// The first version, 1.
    FIRST_VERSION,
    /// The time of the migration.
    NOW
  }

  /// The primary key.
  public record PrimaryKey(String name, String column) implements Key {
    @Override
    public List<String> over() {
      return List.of(column);
    }

    @Override
    public PrimaryKey named(String name) {
      return new PrimaryKey(name, column);
    }
  }

  /// A reference. A row that is referred to cannot be deleted, whether the reference may be null or
  /// not: what should happen to the rows that refer is for the pipeline to say, which checks access
  /// and writes the audit; a database would do it behind its back.
  ///
  /// @param table the table referred to
  /// @param id its primary key
  public record ForeignKey(String name, String column, String table, String id) implements Key {
    /// What the key of a reference is called.
    public static String name(
        EntityModel<?> entity, dev.ashlar.model.query.Column<?, ?> reference) {
      return Names.foreignKey(entity.plural(), reference.sql());
    }

    @Override
    public List<String> over() {
      return List.of(column);
    }

    @Override
    public ForeignKey named(String name) {
      return new ForeignKey(name, column, table, id);
    }
  }

  /// Columns in which no two rows are alike; null is never alike.
  public record Unique(String name, List<String> columns) implements Key {
    public Unique {
      columns = List.copyOf(columns);
    }

    @Override
    public List<String> over() {
      return columns;
    }

    @Override
    public Unique named(String name) {
      return new Unique(name, columns);
    }
  }

  /// An index.
  public record Index(String name, List<Part> parts) implements Key {
    public Index {
      parts = List.copyOf(parts);
    }

    /// One column of an index.
    public record Part(String column, boolean descending) {}

    @Override
    public List<String> over() {
      return parts.stream().map(Part::column).toList();
    }

    @Override
    public Index named(String name) {
      return new Index(name, parts);
    }
  }

  /// A rule for the values of a column; null keeps every rule.
  public record Check(String name, String column, Rule rule) implements Key {
    @Override
    public List<String> over() {
      return List.of(column);
    }

    @Override
    public Check named(String name) {
      return new Check(name, column, rule);
    }
  }
}
