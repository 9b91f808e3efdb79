package dev.ashlar.data.postgres;

import dev.ashlar.data.driver.DataException;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.driver.Driver.PoolUse;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The connections that many statements share, each statement committing by itself. Statements are
/// pipelined, and stay on the event loop of their caller where it has a connection.
///
/// Measured with two event loops and two cores, one connection for each event loop that asks costs
/// least; further ones are opened only when those are loaded or held up by a slow statement.
final class PgWires {
  /// How many statements, as a power of two, make a layer on a connection; another one of the same
  /// event loop is used when it has fewer layers. Reads cost less with more of them on each, for
  /// what is sent and received together. Commits on one connection wait for the disk one after the
  /// other, and only those on several share a wait.
  private static final int READ_BITS = 5;

  private static final int COMMIT_BITS = 2;

  /// From one full layer on the best connection, another is opened.
  private static final int LOADED = 1;

  /// Crossing over to another event loop pays only when a connection there is so many layers
  /// emptier.
  private static final int AWAY = 8;

  /// A connection on which nothing has ended for so long is held up.
  private static final long HELD_UP_NANOS = Duration.ofMillis(50).toNanos();

  private static final int HELD_UP = 10_000;

  private static final long IDLE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long SWEEP_MILLIS = 1_000;

  private final Vertx vertx;
  private final PgConnector connector;
  private final DatabaseConfig config;
  private final int max;
  private final int share;
  private final AtomicInteger waiting = new AtomicInteger();
  private final long sweeper;
  // Replaced as a whole under the lock, read without it.
  private volatile PgWire[] wires = {};
  private final Object lock = new Object();
  private @Nullable Future<PgWire> opening;
  private final List<PgWire> retired = new ArrayList<>();
  private final Promise<Void> ended = Promise.promise();
  private volatile boolean closing;

  PgWires(Vertx vertx, PgConnector connector, DatabaseConfig config, int max) {
    this.vertx = vertx;
    this.connector = connector;
    this.config = config;
    this.max = max;
    this.share = Math.ceilDiv(max, eventLoops(vertx));
    this.sweeper = vertx.setPeriodic(SWEEP_MILLIS, _ -> sweep());
  }

  private static int eventLoops(Vertx vertx) {
    int loops = 0;
    for (var _ : ((VertxInternal) vertx).eventLoopGroup()) {
      loops++;
    }
    return loops;
  }

  /// A connection ready now, or null where one must be opened or tried first.
  ///
  /// @param commits whether it is to change rows, and so to wait for the disk
  @Nullable PgWire ready(ContextInternal caller, boolean commits) {
    EventLoop loop = caller.nettyEventLoop();
    long now = System.nanoTime();
    int bits = bits(commits);
    PgWire best = best(loop, bits, now);
    if (best == null || mustBeTried(best, now) || mayPass(best, now)) {
      return null;
    }
    if (load(best, loop, bits, now) >= LOADED && mayOpen(loop)) {
      openAnother(loop);
    }
    return best;
  }

  private static int bits(boolean commits) {
    return commits ? COMMIT_BITS : READ_BITS;
  }

  /// Whether an event loop has less than its share: the first that is loaded would otherwise leave
  /// the others one each.
  private boolean mayOpen(EventLoop loop) {
    if (wires.length >= max || !loop.inEventLoop()) {
      return false;
    }
    int own = 0;
    for (PgWire wire : wires) {
      own += wire.loop().equals(loop) ? 1 : 0;
    }
    return own < share;
  }

  private @Nullable PgWire best(EventLoop loop, int bits, long now) {
    PgWire best = null;
    int least = Integer.MAX_VALUE;
    for (PgWire wire : wires) {
      int load = load(wire, loop, bits, now);
      if (load < least) {
        best = wire;
        least = load;
      }
    }
    return best;
  }

  private static int load(PgWire wire, EventLoop loop, int bits, long now) {
    if (!wire.open()) {
      return Integer.MAX_VALUE;
    }
    int inFlight = wire.inFlight();
    return (inFlight >> bits)
        + (wire.loop().equals(loop) ? 0 : AWAY)
        + (isHeldUp(wire, now) ? HELD_UP : 0);
  }

  private static boolean isHeldUp(PgWire wire, long now) {
    return wire.inFlight() > 0 && now - wire.lastProgress() > HELD_UP_NANOS;
  }

  /// Whether the best connection is held up, and another may be opened to pass it.
  private boolean mayPass(PgWire best, long now) {
    return isHeldUp(best, now) && wires.length < max;
  }

  private boolean mustBeTried(PgWire wire, long now) {
    return wire.onTrial()
        || (config.prePing() && wire.inFlight() == 0 && now - wire.lastProgress() > IDLE_NANOS);
  }

  /// Whether a connection has as many statements under way as may wait.
  boolean full(PgWire wire) {
    return wire.inFlight() >= PgOptions.PIPELINE + config.maxWaiting();
  }

  /// A connection that was opened or tried now; the future completes on no particular context.
  Future<PgWire> opened(ContextInternal caller, boolean commits) {
    if (closing) {
      return Future.failedFuture(closedError());
    }
    if (waiting.incrementAndGet() > config.maxWaiting()) {
      waiting.decrementAndGet();
      return Future.failedFuture(
          new DataException.Unavailable(
              "%d statements wait for a connection to PostgreSQL already, the most allowed."
                  .formatted(config.maxWaiting())));
    }
    return tried(caller, bits(commits)).onComplete(_ -> waiting.decrementAndGet());
  }

  /// The connection to be tried is the one that would have been used: another would leave it idle
  /// for ever.
  private Future<PgWire> tried(ContextInternal caller, int bits) {
    EventLoop loop = caller.nettyEventLoop();
    long now = System.nanoTime();
    PgWire wire = best(loop, bits, now);
    if (wire == null || mayPass(wire, now)) {
      return open(loop);
    }
    if (isHeldUp(wire, now)) {
      return Future.succeededFuture(wire);
    }
    return wire.tried(() -> connector.ping(wire))
        .map(wire)
        .recover(
            _ -> {
              wire.close();
              remove(wire);
              return tried(caller, bits);
            });
  }

  private void openAnother(EventLoop loop) {
    synchronized (lock) {
      if (opening != null || closing) {
        return;
      }
    }
    open(loop);
  }

  private Future<PgWire> open(EventLoop loop) {
    Promise<PgWire> promise = Promise.promise();
    synchronized (lock) {
      if (opening != null) {
        return opening;
      }
      opening = promise.future();
    }
    connector
        .open(loop)
        .onComplete(
            (wire, failure) -> {
              boolean late = failure == null && !add(wire);
              synchronized (lock) {
                opening = null;
              }
              if (late) {
                wire.close();
                promise.fail(closedError());
              } else {
                promise.complete(wire, failure);
              }
            });
    return promise.future();
  }

  private boolean add(PgWire wire) {
    synchronized (lock) {
      if (closing) {
        return false;
      }
      var more = new ArrayList<>(List.of(wires));
      more.add(wire);
      wires = more.toArray(PgWire[]::new);
    }
    wire.onEnd(() -> remove(wire));
    return true;
  }

  private void remove(PgWire wire) {
    synchronized (lock) {
      retired.remove(wire);
      var fewer = new ArrayList<>(List.of(wires));
      fewer.remove(wire);
      wires = fewer.toArray(PgWire[]::new);
      if (closing && fewer.isEmpty() && retired.isEmpty()) {
        ended.tryComplete();
      }
    }
  }

  /// Closes what is stuck, and lets go of what is old or was not used for long.
  private void sweep() {
    long now = System.nanoTime();
    long stuck = config.statementTimeout().plus(config.acquireTimeout()).toNanos();
    int kept = wires.length;
    for (PgWire wire : wires) {
      if (wire.inFlight() > 0 && now - wire.lastProgress() > stuck) {
        wire.close();
        continue;
      }
      boolean old = now - wire.opened() > config.maxLifetime().toNanos();
      boolean unused = kept > 1 && now - wire.lastProgress() > config.idleTimeout().toNanos();
      if (old || (unused && wire.inFlight() == 0)) {
        kept--;
        retire(wire);
      }
    }
    closeRetired();
  }

  private void retire(PgWire wire) {
    synchronized (lock) {
      var fewer = new ArrayList<>(List.of(wires));
      if (fewer.remove(wire)) {
        wires = fewer.toArray(PgWire[]::new);
        retired.add(wire);
      }
    }
  }

  /// A moment after it was retired nobody can have picked a connection and not yet used it.
  private void closeRetired() {
    List<PgWire> unused;
    synchronized (lock) {
      unused = retired.stream().filter(wire -> wire.inFlight() == 0).toList();
    }
    unused.forEach(PgWire::close);
  }

  PoolUse use() {
    int size = 0;
    int busy = 0;
    for (PgWire wire : wires) {
      size++;
      busy += wire.inFlight() > 0 ? 1 : 0;
    }
    return new PoolUse(size, busy, waiting.get(), max);
  }

  Future<Void> close() {
    synchronized (lock) {
      if (closing) {
        return ended.future();
      }
      closing = true;
      retired.addAll(List.of(wires));
      wires = new PgWire[0];
      if (retired.isEmpty()) {
        ended.tryComplete();
      }
    }
    vertx.cancelTimer(sweeper);
    closeRetired();
    long often = vertx.setPeriodic(20, _ -> closeRetired());
    long atMost =
        vertx.setTimer(Math.max(1, config.statementTimeout().toMillis()), _ -> closeAnyway());
    return ended
        .future()
        .onComplete(
            _ -> {
              vertx.cancelTimer(often);
              vertx.cancelTimer(atMost);
            });
  }

  private void closeAnyway() {
    List<PgWire> left;
    synchronized (lock) {
      left = List.copyOf(retired);
    }
    left.forEach(PgWire::close);
    ended.tryComplete();
  }

  static DataException closedError() {
    return new DataException.Unavailable(
        "The connections to PostgreSQL are closed: the application is stopping.");
  }
}
