package dev.ashlar.model.query;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.value.ValueType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of an entity: how it is stored, named and held, and, in a query, the row's own value of
/// it.
///
/// @param <T> the entity
/// @param <V> the component's Java type
public sealed class Column<T, V> implements Attribute<V> permits TextColumn, RefColumn {
  private final Class<T> entity;
  private final ColumnSpec spec;
  private final Function<T, @Nullable V> getter;
  private final SerializedString json;
  private final Expr.At self;

  /// Called by generated code, once for each component.
  public Column(Class<T> entity, ColumnSpec spec, Function<T, @Nullable V> getter) {
    this.entity = entity;
    this.spec = spec;
    this.getter = getter;
    this.json = new SerializedString(spec.property());
    this.self = new Expr.At(Path.ROOT, this);
  }

  /// The record that the column is a component of.
  public final Class<T> entity() {
    return entity;
  }

  /// Everything the component says of itself.
  public final ColumnSpec spec() {
    return spec;
  }

  /// The name on the wire.
  public final String property() {
    return spec.property();
  }

  /// The name in the table.
  public final String sql() {
    return spec.sql();
  }

  /// The type of the values.
  public final ValueType type() {
    return spec.type();
  }

  /// What the framework does with the column.
  public final Role role() {
    return spec.role();
  }

  /// Whether a row may hold null.
  public final boolean nullable() {
    return spec.nullable();
  }

  /// Whether the application and its clients may give a value, rather than the framework.
  public final boolean plain() {
    return spec.role() == Role.PLAIN;
  }

  /// The name on the wire, encoded once.
  public final SerializedString json() {
    return json;
  }

  /// The component's value in an entity.
  public final @Nullable V get(T row) {
    return getter.apply(row);
  }

  /// The component's value in an entity, in the form in which it is stored.
  public final @Nullable Object stored(T row) {
    V value = getter.apply(row);
    return value == null ? null : Stored.of(spec.type(), value);
  }

  @Override
  public final Expr.At term() {
    return self;
  }

  /// The same column of the row at the end of a path.
  public Attribute<V> at(Path path) {
    return new Located<>(new Expr.At(path, this));
  }

  @Override
  public final String toString() {
    return entity.getSimpleName() + "." + spec.component();
  }

  private record Located<V>(Expr.At term) implements Attribute<V> {}
}
