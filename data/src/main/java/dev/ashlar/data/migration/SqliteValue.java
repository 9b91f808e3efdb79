package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.Names.quote;

import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Table;
import dev.ashlar.model.value.ValueType.Kind;

/// What the rows of a table that is built anew get in a column: the value they had, converted, or
/// one for a column they did not have.
record SqliteValue(Table was, Table is, Mapping mapping) {
  private static final String NOW = "CAST(unixepoch('subsec') * 1000000 AS INTEGER)";

  String of(Column column) {
    for (Column old : was.columns()) {
      if (mapping.column(is.name(), old.name()).filter(column.name()::equals).isPresent()) {
        return kept(old, column);
      }
    }
    return added(column) + " AS " + quote(column.name());
  }

  private static String kept(Column old, Column column) {
    // Columns are renamed before the table is built anew.
    String name = quote(column.name());
    return Conversion.stored(old.type(), column.type())
        ? name
        : converted(name, old.type(), column.type()) + " AS " + name;
  }

  private String added(Column column) {
    if (column.nullable()) {
      return "NULL";
    }
    return switch (column.fill()) {
      case FIRST_VERSION -> "1";
      case NOW -> NOW;
      case UNKNOWN -> Zero.of(is, column).map(Zero::sqlite).orElse("NULL");
    };
  }

  private static String converted(String name, Kind from, Kind to) {
    return switch (to) {
      case INT -> unless(whole(name, from) + ranged(name), name, cast(name, "INTEGER"));
      case LONG -> unless(whole(name, from), name, cast(name, "INTEGER"));
      case INTEGER ->
          from == Kind.DECIMAL
              ? unless(
                  "instr(%s, '.') = 0 AND instr(%s, 'E') = 0".formatted(name, name), name, name)
              : cast(name, "TEXT");
      case DECIMAL, STRING -> cast(name, "TEXT");
      case DOUBLE -> cast(name, "REAL");
      case UUID, BOOLEAN, ENUM, INSTANT, DATE, TIME, DATE_TIME, DURATION, BYTES, JSON -> name;
    };
  }

  private static String cast(String value, String type) {
    return "CAST(%s AS %s)".formatted(value, type);
  }

  /// Holds for a value that is a whole number; a text must also be written as one.
  private static String whole(String name, Kind from) {
    String number = cast(name, "INTEGER");
    return from == Kind.STRING
        ? "%s = %s".formatted(cast(number, "TEXT"), name)
        : "%s = %s".formatted(number, name);
  }

  private static String ranged(String name) {
    return " AND %s BETWEEN -2147483648 AND 2147483647".formatted(cast(name, "INTEGER"));
  }

  /// A value that does not fit makes SQLite complain of malformed JSON, rather than become another.
  private static String unless(String fits, String name, String value) {
    return "CASE WHEN %s IS NULL OR (%s) THEN %s ELSE json(%s || ' does not fit') END"
        .formatted(name, fits, value, name);
  }
}
