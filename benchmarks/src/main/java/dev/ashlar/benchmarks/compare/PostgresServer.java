package dev.ashlar.benchmarks.compare;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;

/// The one PostgreSQL server of a comparison: embedded, with 512 MB of shared buffers and otherwise
/// the defaults, or an external one.
final class PostgresServer implements AutoCloseable {

  private final Optional<EmbeddedPostgres> embedded;
  private final String host;
  private final int port;
  private final String user;
  private final String password;

  private PostgresServer(Optional<EmbeddedPostgres> embedded, URI uri) {
    String[] login = uri.getUserInfo().split(":", 2);
    this.embedded = embedded;
    host = uri.getHost();
    port = uri.getPort();
    user = login[0];
    password = login.length > 1 ? login[1] : "";
  }

  static PostgresServer start(Path folder, Optional<String> external) throws IOException {
    if (external.isPresent()) {
      return new PostgresServer(Optional.empty(), URI.create(external.get()));
    }
    // The embedded server is made for tests and gives up durability; these put the defaults back.
    EmbeddedPostgres started =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "512MB")
            .start();
    URI uri = URI.create("postgresql://postgres:postgres@127.0.0.1:" + started.getPort());
    return new PostgresServer(Optional.of(started), uri);
  }

  String url(String database) {
    return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, database);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), user, password);
  }

  void create(String database) throws SQLException {
    execute("postgres", "DROP DATABASE IF EXISTS \"" + database + "\" WITH (FORCE)");
    execute("postgres", "CREATE DATABASE \"" + database + "\"");
  }

  void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The server's first process, when it runs on this machine and the user may ask.
  OptionalLong pid() throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT pg_read_file('postmaster.pid')")) {
      rows.next();
      long pid = Long.parseLong(rows.getString(1).lines().findFirst().orElseThrow());
      boolean here =
          ProcessHandle.of(pid)
              .flatMap(process -> process.info().command())
              .filter(command -> command.contains("postgres"))
              .isPresent();
      return here ? OptionalLong.of(pid) : OptionalLong.empty();
    }
  }

  String version() throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT format('PostgreSQL %s, shared_buffers %s, fsync %s, synchronous_commit %s',"
                    + " current_setting('server_version'), current_setting('shared_buffers'),"
                    + " current_setting('fsync'), current_setting('synchronous_commit'))")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    if (embedded.isPresent()) {
      embedded.get().close();
    }
  }
}
