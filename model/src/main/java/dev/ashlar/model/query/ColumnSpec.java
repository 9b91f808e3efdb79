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
    return plain(component, component, sql, type, Optional.empty());
  }

  /// A plain, required reference without constraints.
  public static ColumnSpec reference(String component, String sql, Class<?> target) {
    return plain(component, component + "Id", sql, ValueType.UUID, Optional.of(target));
  }

  private static ColumnSpec plain(
      String component, String property, String sql, ValueType type, Optional<Class<?>> target) {
    return new ColumnSpec(
        component,
        property,
        sql,
        type,
        false,
        Role.PLAIN,
        List.of(),
        target,
        false,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /// The same, allowing null.
  public ColumnSpec orNull() {
    var copy = new Copy(this);
    copy.nullable = true;
    return copy.spec();
  }

  /// The same in a role.
  public ColumnSpec as(Role role) {
    var copy = new Copy(this);
    copy.role = role;
    return copy.spec();
  }

  /// The same, held to constraints.
  public ColumnSpec held(Constraint... constraints) {
    var copy = new Copy(this);
    copy.constraints = List.of(constraints);
    return copy.spec();
  }

  /// The same, looked into by `search=`.
  public ColumnSpec searched() {
    var copy = new Copy(this);
    copy.searchable = true;
    return copy.spec();
  }

  /// The same, unlike in every two rows.
  public ColumnSpec distinct() {
    var copy = new Copy(this);
    copy.unique = true;
    return copy.spec();
  }

  /// The same, called otherwise before.
  public ColumnSpec was(String former) {
    var copy = new Copy(this);
    copy.was = Optional.of(former);
    return copy.spec();
  }

  /// The same, documented.
  public ColumnSpec doc(String text) {
    var copy = new Copy(this);
    copy.doc = Optional.of(text);
    return copy.spec();
  }

  /// A copy in the making, so that all of them are made in one place.
  private static final class Copy {
    private final ColumnSpec original;
    private boolean nullable;
    private Role role;
    private List<Constraint> constraints;
    private boolean searchable;
    private boolean unique;
    private Optional<String> was;
    private Optional<String> doc;

    Copy(ColumnSpec original) {
      this.original = original;
      this.nullable = original.nullable;
      this.role = original.role;
      this.constraints = original.constraints;
      this.searchable = original.searchable;
      this.unique = original.unique;
      this.was = original.was;
      this.doc = original.doc;
    }

    ColumnSpec spec() {
      return new ColumnSpec(
          original.component,
          original.property,
          original.sql,
          original.type,
          nullable,
          role,
          constraints,
          original.target,
          searchable,
          unique,
          was,
          doc);
    }
  }
}
