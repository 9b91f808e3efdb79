package dev.ashlar.model.query;

import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.ValueType;
import java.util.List;
import java.util.Optional;

/// What a column is, as its record's component says.
///
/// @param component the record component's name, such as `project`
/// @param property the name on the wire: the component's, and `projectId` for a reference
/// @param sql the column's name in the table, such as `project_id`
/// @param type the type of its values; a reference's is [ValueType#UUID]
/// @param nullable whether a row may hold null
/// @param role what the framework does with it
/// @param constraints what its values are held to
/// @param target the entity a reference points at
/// @param searchable whether `search=` looks into it
/// @param unique whether no two rows may share a value
/// @param was the component's former name
/// @param doc the component's documentation
public record ColumnSpec(
    String component,
    String property,
    String sql,
    ValueType type,
    boolean nullable,
    Role role,
    List<Constraint> constraints,
    Optional<Class<?>> target,
    boolean searchable,
    boolean unique,
    Optional<String> was,
    Optional<String> doc) {

  /// What the framework does with a column.
  public enum Role {
    /// The primary key.
    ID,
    /// The optimistic version.
    VERSION,
    /// When the row was made.
    CREATED,
    /// When the row was last changed.
    UPDATED,
    /// When the row was softly deleted.
    DELETED,
    /// Nothing: the application fills it.
    PLAIN
  }

  public ColumnSpec {
    constraints = List.copyOf(constraints);
  }

  /// A plain, required column without constraints.
  public static ColumnSpec of(String component, String sql, ValueType type) {
    return new ColumnSpec(
        component,
        component,
        sql,
        type,
        false,
        Role.PLAIN,
        List.of(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /// A plain, required reference without constraints.
  public static ColumnSpec reference(String component, String sql, Class<?> target) {
    return new ColumnSpec(
        component,
        component + "Id",
        sql,
        ValueType.UUID,
        false,
        Role.PLAIN,
        List.of(),
        Optional.of(target),
        false,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /// The same, allowing null.
  public ColumnSpec orNull() {
    return new ColumnSpec(
        component,
        property,
        sql,
        type,
        true,
        role,
        constraints,
        target,
        searchable,
        unique,
        was,
        doc);
  }

  /// The same in a role.
  public ColumnSpec as(Role role) {
    return new ColumnSpec(
        component,
        property,
        sql,
        type,
        nullable,
        role,
        constraints,
        target,
        searchable,
        unique,
        was,
        doc);
  }

  /// The same, held to constraints.
  public ColumnSpec held(Constraint... constraints) {
    return new ColumnSpec(
        component,
        property,
        sql,
        type,
        nullable,
        role,
        List.of(constraints),
        target,
        searchable,
        unique,
        was,
        doc);
  }

  /// The same, looked into by `search=`.
  public ColumnSpec searched() {
    return new ColumnSpec(
        component,
        property,
        sql,
        type,
        nullable,
        role,
        constraints,
        target,
        true,
        unique,
        was,
        doc);
  }

  /// The same, unlike in every two rows.
  public ColumnSpec distinct() {
    return new ColumnSpec(
        component,
        property,
        sql,
        type,
        nullable,
        role,
        constraints,
        target,
        searchable,
        true,
        was,
        doc);
  }

  /// The same, called otherwise before.
  public ColumnSpec was(String former) {
    return new ColumnSpec(
        component,
        property,
        sql,
        type,
        nullable,
        role,
        constraints,
        target,
        searchable,
        unique,
        Optional.of(former),
        doc);
  }

  /// The same, documented.
  public ColumnSpec doc(String text) {
    return new ColumnSpec(
        component,
        property,
        sql,
        type,
        nullable,
        role,
        constraints,
        target,
        searchable,
        unique,
        was,
        Optional.of(text));
  }
}
