package dev.ashlar.testing.database;

import java.net.URI;
import java.util.UUID;

/// A database of the JVM's one PostgreSQL server.
record PostgresTestDatabase(PostgresServer server, String name) implements TestDatabase {
  static PostgresTestDatabase create() {
    return of(PostgresServer.shared(), "template1");
  }

  private static PostgresTestDatabase of(PostgresServer server, String template) {
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    server.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return new PostgresTestDatabase(server, name);
  }

  @Override
  public DatabaseKind kind() {
    return DatabaseKind.POSTGRESQL;
  }

  @Override
  public URI url() {
    return server.url(name);
  }

  @Override
  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  @Override
  public TestDatabase copy() {
    return of(server, name);
  }

  @Override
  public void close() {
    server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }
}
