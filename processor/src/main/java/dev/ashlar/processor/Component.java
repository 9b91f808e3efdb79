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

  /// The component's type on the wire, as it is declared; of a reference, the key's.
  String declaredWire() {
    String java = type instanceof ColumnType.Reference ? type.wire() : type.java();
    return nullable ? Code.nullable(java) : java;
  }

  /// The expression of the codec, in the package of the generated columns.
  ///
  /// @param columns the simple name of the class of the generated columns
  String codec(String columns) {
    return type.makesCodec() ? columns + "." + codecConstant() : type.codec();
  }

  /// The constant of the generated columns that holds a codec which must be made.
  String codecConstant() {
    return Naming.constant(name) + "_CODEC";
  }

  /// The expression that reads the wire type from a position of a row, null included.
  String readWire(String columns, String row, String position) {
    String read =
        switch (type) {
          case ColumnType.Reference _ -> "%s.uuid(%s)".formatted(row, position);
          case ColumnType.Json _ ->
              "«JsonValues».parse(%s, %s.string(%s))".formatted(codec(columns), row, position);
          case ColumnType.Scalar _, ColumnType.Enumeration _ -> type.read(row, position);
        };
    return nullable ? "%s.isNull(%s) ? null : %s".formatted(row, position, read) : read;
  }
}
