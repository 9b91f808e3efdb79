package dev.ashlar.data.migration;

import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Table;
import java.util.Optional;
import java.util.stream.Stream;

/// The plainest value of a type, which a migration proposes for rows that were there before a
/// required column.
///
/// @param text for people
/// @param postgresql the literal in PostgreSQL
/// @param sqlite the literal in SQLite
record Zero(String text, String postgresql, String sqlite) {
  private static final String NIL = "00000000000000000000000000000000";

  /// None for references and JSON: no value can be right for every program.
  static Optional<Zero> of(Table table, Column column) {
    if (table.refers(column.name())) {
      return Optional.empty();
    }
    return switch (column.type()) {
      case UUID -> Optional.of(new Zero("the nil UUID", "'" + NIL + "'", "X'" + NIL + "'"));
      case STRING -> same("''");
      case ENUM -> firstName(table, column);
      case BOOLEAN -> Optional.of(new Zero("false", "false", "0"));
      case INT, LONG, DURATION -> same("0");
      case DOUBLE -> Optional.of(new Zero("0", "0", "0.0"));
      case DECIMAL, INTEGER -> Optional.of(new Zero("0", "0", "'0'"));
      case INSTANT -> Optional.of(new Zero("1970-01-01", "'1970-01-01T00:00:00Z'", "0"));
      case DATE -> Optional.of(new Zero("1970-01-01", "'1970-01-01'", "0"));
      case TIME -> Optional.of(new Zero("00:00", "'00:00:00'", "0"));
      case DATE_TIME -> Optional.of(new Zero("1970-01-01", "'1970-01-01T00:00:00'", "0"));
      case BYTES -> Optional.of(new Zero("no bytes", "'\\x'", "X''"));
      case JSON -> Optional.empty();
    };
  }

  private static Optional<Zero> same(String literal) {
    return Optional.of(new Zero(literal, literal, literal));
  }

  private static Optional<Zero> firstName(Table table, Column column) {
    return table.checks().stream()
        .filter(check -> check.column().equals(column.name()))
        .map(SchemaImage.Check::rule)
        .flatMap(rule -> rule instanceof Rule.OneOf(var names) ? names.stream() : Stream.empty())
        .findFirst()
        .flatMap(name -> same(Names.literal(name)));
  }
}
