package dev.ashlar.testing.database;

import java.net.URI;

/// An empty database that nobody else uses, gone once it is closed.
public sealed interface TestDatabase extends AutoCloseable
    permits PostgresTestDatabase, SqliteTestDatabase {

  /// A new, empty database.
  ///
  /// @throws DatabaseUnavailableException when this kind cannot run on this machine
  static TestDatabase create(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL -> PostgresTestDatabase.create();
      case SQLITE -> SqliteTestDatabase.create();
    };
  }

  /// What kind of database it is.
  DatabaseKind kind();

  /// Where it is: `postgresql://user@host:port/name` or `sqlite:/path/to/file`.
  URI url();

  /// The same address as JDBC spells it, for tests that look past the code they test.
  String jdbcUrl();

  /// A further database with the same contents, which is much faster than to build them again.
  /// Nothing may be connected to this one meanwhile. The copy is closed by whoever made it.
  TestDatabase copy();

  /// Deletes the database, whoever is still connected.
  @Override
  void close();
}
