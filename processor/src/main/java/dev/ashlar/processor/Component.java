package dev.ashlar.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;

/// What was read of one record component that is a column.
///
/// @param role the constant of `ColumnSpec.Role`
/// @param constraints expressions that make the `Constraint`s, as templates
/// @param inverse the relation's name on the other side of a reference
record Component(
    RecordComponentElement element,
    String name,
    String sql,
    ColumnType type,
    boolean nullable,
    String role,
    List<String> constraints,
    boolean searchable,
    boolean unique,
    Optional<String> inverse,
    Optional<String> was,
    Optional<String> doc) {

  Component {
    constraints = List.copyOf(constraints);
  }

  /// The name on the wire.
  String property() {
    return type instanceof ColumnType.Reference ? name + "Id" : name;
  }

  /// Whether clients fill it.
  boolean plain() {
    return role.equals("PLAIN");
  }
}
