package dev.ashlar.testing.database;

/// The databases a test can run on.
public enum DatabaseKind {
  /// A real PostgreSQL server, started from Maven artifacts.
  POSTGRESQL("PostgreSQL"),
  /// A file in a temporary folder.
  SQLITE("SQLite");

  private final String title;

  DatabaseKind(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
