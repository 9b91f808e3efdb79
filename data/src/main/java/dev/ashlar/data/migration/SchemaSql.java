package dev.ashlar.data.migration;

import dev.ashlar.data.sql.Dialect;
import java.util.List;

/// Writes the SQL that changes a schema, for one database.
public sealed interface SchemaSql permits PostgresSchema, SqliteSchema {
  /// One for each database, in the order of their names.
  static List<SchemaSql> all() {
    return List.of(new PostgresSchema(), new SqliteSchema());
  }

  /// The one for a dialect.
  ///
  /// @throws IllegalArgumentException when there is none
  static SchemaSql of(Dialect dialect) {
    return all().stream()
        .filter(sql -> sql.dialect().equals(dialect.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There are no migrations for %s; there are for %s."
                        .formatted(
                            dialect.name(), all().stream().map(SchemaSql::dialect).toList())));
  }

  /// The dialect's name, which is also that of its files.
  String dialect();

  /// The script that makes a delta's changes, as a reviewer reads it.
  ///
  /// @param way whether the script leads on or back; it only differs in what it says of its risks
  String script(SchemaDelta delta, Way way);

  /// The statements that make the tables of an image where there are none.
  default List<String> create(SchemaImage image) {
    var delta = SchemaDelta.between(SchemaImage.EMPTY, image);
    return SqlText.statements(script(delta, Way.UP));
  }

  /// Which way a script leads.
  enum Way {
    UP,
    DOWN
  }
}
