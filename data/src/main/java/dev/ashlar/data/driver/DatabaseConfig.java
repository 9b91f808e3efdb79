package dev.ashlar.data.driver;

import java.net.URI;
import java.time.Duration;

/// Where a database is and how its connections are kept.
///
/// Pool size and overflow together are the most connections there may be. On PostgreSQL half of
/// these are shared and pipelined, and all but one of that half close when idle; the other half is
/// for transactions. On SQLite they are the most snapshots at once; its one writer and its readers
/// are not among them.
///
/// @param url `postgresql://user:password@host:port/name` or `sqlite:path/to/file`; never logged
/// @param poolSize half of it is how many connections for transactions stay open on PostgreSQL
/// @param overflow further connections, opened under load and closed when idle
/// @param maxWaiting requests that may wait for a connection before further ones are refused
/// @param acquireTimeout how long one waits
/// @param idleTimeout after how long an idle connection that need not stay open is closed
/// @param maxLifetime after how long a connection is replaced
/// @param prePing whether a connection that was idle is tried before it is used
/// @param statementTimeout how long a statement may run
/// @param synchronous how SQLite makes a commit last: FULL or NORMAL
public record DatabaseConfig(
    URI url,
    int poolSize,
    int overflow,
    int maxWaiting,
    Duration acquireTimeout,
    Duration idleTimeout,
    Duration maxLifetime,
    boolean prePing,
    Duration statementTimeout,
    Synchronous synchronous) {

  /// How SQLite makes a commit last.
  public enum Synchronous {
    /// A commit survives the loss of power.
    FULL,
    /// A commit survives the end of the process; the last ones may be lost with the power.
    NORMAL
  }

  /// The defaults for a database at this address.
  public static DatabaseConfig of(URI url) {
    return new DatabaseConfig(
        url,
        16,
        16,
        1_000,
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Duration.ofMinutes(30),
        true,
        Duration.ofSeconds(30),
        Synchronous.FULL);
  }

  @Override
  public String toString() {
    return "DatabaseConfig[" + url.getScheme() + " " + url.getHost() + "]";
  }
}
