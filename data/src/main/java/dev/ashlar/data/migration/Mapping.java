package dev.ashlar.data.migration;

import dev.ashlar.data.migration.SchemaImage.Column;
import dev.ashlar.data.migration.SchemaImage.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which table and column of one image is which of another.
///
/// @param tables from a table's old name to its new one
/// @param columns by a table's new name, from a column's old name to its new one
record Mapping(Map<String, String> tables, Map<String, Map<String, String>> columns) {

  /// Finds the same names first, then what was called otherwise.
  ///
  /// @throws MigrationException.Ambiguous when a name could be meant in two ways
  static Mapping between(SchemaImage from, SchemaImage to) {
    var questions = new ArrayList<String>();
    Map<String, String> tables = tables(from, to, questions);
    var columns = new HashMap<String, Map<String, String>>();
    tables.forEach(
        (old, now) ->
            columns.put(
                now,
                columns(from.table(old).orElseThrow(), to.table(now).orElseThrow(), questions)));
    if (!questions.isEmpty()) {
      throw new MigrationException.Ambiguous(questions);
    }
    return new Mapping(tables, columns);
  }

  Mapping inverse() {
    var back = new HashMap<String, Map<String, String>>();
    columns.forEach((now, names) -> back.put(inverse(tables).get(now), inverse(names)));
    return new Mapping(inverse(tables), back);
  }

  private static Map<String, String> inverse(Map<String, String> names) {
    var back = new HashMap<String, String>();
    names.forEach((old, now) -> back.put(now, old));
    return back;
  }

  Optional<String> table(String old) {
    return Optional.ofNullable(tables.get(old));
  }

  /// The new name of a column of a table by its new name.
  Optional<String> column(String table, String old) {
    return Optional.ofNullable(columns.getOrDefault(table, Map.of()).get(old));
  }

  private static Map<String, String> tables(
      SchemaImage from, SchemaImage to, List<String> questions) {
    var names = new HashMap<String, String>();
    for (Table table : to.tables()) {
      if (from.table(table.name()).isPresent()) {
        names.put(table.name(), table.name());
      }
    }
    for (Table table : to.tables()) {
      if (!names.containsKey(table.name())) {
        former(from, to, table, questions)
            .ifPresent(old -> rename(names, old.name(), table.name(), questions));
      }
    }
    return names;
  }

  private static void rename(
      Map<String, String> names, String old, String now, List<String> questions) {
    String other = names.putIfAbsent(old, now);
    if (other != null) {
      questions.add(
          "Both \"%s\" and \"%s\" say that they were \"%s\". Remove the @Was from one of them."
              .formatted(other, now, old));
    }
  }

  /// A record that was called otherwise, or whose table was.
  private static Optional<Table> former(
      SchemaImage from, SchemaImage to, Table table, List<String> questions) {
    String entity = table.was().orElse(table.entity());
    Optional<Table> old =
        from.tables().stream().filter(it -> it.entity().equals(entity)).findFirst();
    if (old.isPresent() && to.table(old.get().name()).isPresent()) {
      if (table.was().isPresent()) {
        questions.add(
            "%s says @Was(\"%s\"), but the table \"%s\" of %s is still there. Remove the @Was, or rename in one migration and add the new record in a second."
                .formatted(table.entity(), entity, old.get().name(), entity));
      }
      return Optional.empty();
    }
    return old;
  }

  private static Map<String, String> columns(Table old, Table now, List<String> questions) {
    var names = new HashMap<String, String>();
    for (Column column : now.columns()) {
      old.column(column.name())
          .filter(was -> Conversion.possible(was.type(), column.type()))
          .ifPresent(was -> names.put(was.name(), column.name()));
    }
    for (Column column : now.columns()) {
      if (old.column(column.name()).isEmpty()) {
        former(old, now, column, questions)
            .filter(was -> Conversion.possible(was.type(), column.type()))
            .ifPresent(was -> rename(names, was.name(), column.name(), questions));
      }
    }
    if (!now.id().equals(names.get(old.id()))) {
      questions.add(
          "The primary key of %s was \"%s\" and would be \"%s\". Write @Was on the component if it was renamed; a key cannot be exchanged for another."
              .formatted(now.entity(), old.id(), now.id()));
    }
    return names;
  }

  private static Optional<Column> former(
      Table old, Table now, Column column, List<String> questions) {
    String component = column.was().orElse(column.component());
    Optional<Column> was =
        old.columns().stream().filter(it -> it.component().equals(component)).findFirst();
    if (was.isPresent() && now.column(was.get().name()).isPresent()) {
      if (column.was().isPresent()) {
        questions.add(
            "%s.%s says @Was(\"%s\"), but the column \"%s\" is still there. Remove the @Was, or rename in one migration and add the new component in a second."
                .formatted(now.entity(), column.component(), component, was.get().name()));
      }
      return Optional.empty();
    }
    return was;
  }
}
