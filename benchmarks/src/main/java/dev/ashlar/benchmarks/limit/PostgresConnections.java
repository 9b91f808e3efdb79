package dev.ashlar.benchmarks.limit;

import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import java.util.List;
import java.util.stream.IntStream;

/// One event loop's connections: all reads share one, since what is sent and received together
/// costs less; inserts are spread over several, since commits on one wait for the disk one after
/// the other and only those on different ones share a wait.
final class PostgresConnections {

  private static final int PIPELINE = 256;
  private static final int COMMITTING = 8;

  private final PgConnection reads;
  private final List<Committing> commits;

  private PostgresConnections(List<PgConnection> opened) {
    reads = opened.getFirst();
    commits = opened.stream().skip(1).map(Committing::new).toList();
  }

  /// Opens them on the calling event loop.
  static Future<PostgresConnections> open(Vertx vertx, String url) {
    List<Future<PgConnection>> opening =
        IntStream.rangeClosed(0, COMMITTING).mapToObj(i -> connect(vertx, url)).toList();
    return Future.join(opening)
        .map(all -> new PostgresConnections(opening.stream().map(Future::result).toList()));
  }

  private static Future<PgConnection> connect(Vertx vertx, String url) {
    PgConnectOptions options =
        PgConnectOptions.fromUri(url).setCachePreparedStatements(true).setPipeliningLimit(PIPELINE);
    return PgConnection.connect(vertx, options).map(PostgresConnections::gathering);
  }

  /// What one turn of the event loop has to send leaves in one write, and the server wakes once.
  private static PgConnection gathering(PgConnection connection) {
    var socket = ((SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap()).socket();
    socket
        .channelHandlerContext()
        .pipeline()
        .addFirst(new FlushConsolidationHandler(PIPELINE, true));
    return connection;
  }

  Future<RowSet<Row>> read(String sql, Tuple values) {
    return reads.preparedQuery(sql).execute(values);
  }

  /// Runs a statement that commits where the fewest wait for the disk.
  Future<RowSet<Row>> commit(String sql, Tuple values) {
    Committing least = commits.getFirst();
    for (Committing each : commits) {
      least = each.waiting < least.waiting ? each : least;
    }
    return least.execute(sql, values);
  }

  /// A connection with the number of statements under way on it; used by its event loop alone.
  private static final class Committing {

    private final PgConnection connection;
    private int waiting;

    Committing(PgConnection connection) {
      this.connection = connection;
    }

    Future<RowSet<Row>> execute(String sql, Tuple values) {
      waiting++;
      return connection.preparedQuery(sql).execute(values).onComplete(ended -> waiting--);
    }
  }
}
