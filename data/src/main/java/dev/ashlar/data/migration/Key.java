package dev.ashlar.data.migration;

import java.util.List;

/// A key, an index or a rule of a table, by a name that is derived from what it holds.
public sealed interface Key
    permits SchemaImage.PrimaryKey,
        SchemaImage.ForeignKey,
        SchemaImage.Unique,
        SchemaImage.Index,
        SchemaImage.Check {
  /// The name in the database.
  String name();

  /// The columns it is about.
  List<String> over();

  /// The same under another name.
  Key named(String name);
}
