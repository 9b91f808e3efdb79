package dev.ashlar.model.query;

import dev.ashlar.model.query.ColumnSpec.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The immutable description of one entity record.
///
/// @param <T> the record
public final class EntityModel<T> {
  /// What generated code knows of a record beside its columns.
  ///
  /// @param type the record
  /// @param name its simple name, such as `Task`
  /// @param plural its table and its place in URLs, such as `tasks`
  /// @param uniques unique keys over several columns, by component
  /// @param indexes indexes over several columns, by component; `-name` descends
  /// @param inverses the to-many relations that this record's references give to other entities
  /// @param was the record's former name
  /// @param doc the record's documentation
  public record Spec<T>(
      Class<T> type,
      String name,
      String plural,
      List<List<String>> uniques,
      List<List<String>> indexes,
      List<Relation> inverses,
      Optional<String> was,
      Optional<String> doc) {
    public Spec {
      uniques = uniques.stream().map(List::copyOf).toList();
      indexes = indexes.stream().map(List::copyOf).toList();
      inverses = List.copyOf(inverses);
    }
  }

  private final Spec<T> spec;
  private final List<Column<T, ?>> columns;
  private final RowReader<T> reader;
  private final Map<String, Column<T, ?>> byName = new HashMap<>();
  private final Map<Column<?, ?>, Integer> ordinals = new HashMap<>();

  /// Called by generated code, once for each record.
  public EntityModel(Spec<T> spec, List<Column<T, ?>> columns, RowReader<T> reader) {
    this.spec = spec;
    this.columns = List.copyOf(columns);
    this.reader = reader;
    for (Column<T, ?> column : columns) {
      byName.put(column.property(), column);
      byName.put(column.spec().component(), column);
      ordinals.put(column, ordinals.size());
    }
  }

  /// Everything the record says of itself as a whole.
  public Spec<T> spec() {
    return spec;
  }

  /// The record.
  public Class<T> type() {
    return spec.type();
  }

  /// The record's simple name, such as `Task`.
  public String name() {
    return spec.name();
  }

  /// The table's name, and the entity's in URLs, such as `tasks`.
  public String plural() {
    return spec.plural();
  }

  /// The columns in the order of the components.
  public List<Column<T, ?>> columns() {
    return columns;
  }

  /// A column's place among them.
  ///
  /// @throws IllegalArgumentException when it is another entity's
  public int ordinal(Column<?, ?> column) {
    Integer ordinal = ordinals.get(column);
    if (ordinal == null) {
      throw new IllegalArgumentException(
          "%s is not a column of %s; its columns are %s.".formatted(column, this, columns));
    }
    return ordinal;
  }

  /// The column of a property on the wire or of a component, if there is one.
  public Optional<Column<T, ?>> column(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The primary key.
  @SuppressWarnings("unchecked")
  public Column<T, UUID> id() {
    return (Column<T, UUID>) inRole(Role.ID).orElseThrow();
  }

  /// The column that the framework uses in a role, if the record has one.
  public Optional<Column<T, ?>> inRole(Role role) {
    for (Column<T, ?> column : columns) {
      if (column.role() == role) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /// The references the record holds.
  public List<RefColumn<?, ?>> references() {
    var found = new ArrayList<RefColumn<?, ?>>();
    for (Column<?, ?> column : columns) {
      if (column instanceof RefColumn<?, ?> reference) {
        found.add(reference);
      }
    }
    return List.copyOf(found);
  }

  /// The columns that `search=` looks into.
  public List<Column<T, ?>> searchable() {
    return columns.stream().filter(column -> column.spec().searchable()).toList();
  }

  /// Makes a record of a row that has the columns at their ordinals.
  public RowReader<T> reader() {
    return reader;
  }

  @Override
  public String toString() {
    return spec.name();
  }
}
