package dev.ashlar.data.driver;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lends connections, each to one borrower at a time, within limits: so many are kept, so many more
/// are opened under load, so many requests wait for so long. It never blocks.
///
/// @param <C> the connection
public final class ConnectionPool<C> {
  private static final long PING_AFTER_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long SWEEP_MILLIS = 1_000;
  private static final long PATIENCE_NANOS = Duration.ofMillis(5).toNanos();
  private static final int NEAR_WAITERS = 8;

  private final Vertx vertx;
  private final Source<C> source;
  private final Limits limits;
  private final ReentrantLock lock = new ReentrantLock();
  // Guarded by the lock, as is everything that changes below.
  private final ArrayDeque<Lease> idle = new ArrayDeque<>();
  private final ArrayDeque<Waiter<Lease>> waiters = new ArrayDeque<>();
  private final Set<Lease> leases = new HashSet<>();
  private final Promise<Void> closed = Promise.promise();
  private final long sweeper;
  private int opening;
  private boolean closing;

  public ConnectionPool(Vertx vertx, Source<C> source, Limits limits) {
    this.vertx = vertx;
    this.source = source;
    this.limits = limits;
    this.sweeper = vertx.setPeriodic(SWEEP_MILLIS, _ -> sweep());
  }

  /// How connections are made and ended.
  public interface Source<C> {
    /// Opens a connection, close to a context where that means something.
    Future<C> open(Context context);

    /// Whether a connection is best used from this context.
    boolean near(C connection, Context context);

    /// Whether a connection still answers.
    Future<Void> ping(C connection);

    /// Runs an action when a connection has ended, for whatever reason.
    void onEnd(C connection, Runnable action);

    /// Ends a connection.
    void close(C connection);
  }

  /// What a pool keeps to.
  ///
  /// @param kept connections that stay open while idle
  /// @param max connections there may be
  /// @param maxWaiting requests that may wait before further ones are refused
  /// @param acquireTimeout how long one waits
  /// @param idleTimeout after how long an idle connection beyond the kept ones is closed
  /// @param maxLifetime after how long a connection is replaced
  /// @param prePing whether a connection that was idle for a while is tried before it is lent
  public record Limits(
      int kept,
      int max,
      int maxWaiting,
      Duration acquireTimeout,
      Duration idleTimeout,
      Duration maxLifetime,
      boolean prePing) {}

  /// A connection while it is lent. Give it back once, with [#release()] or [#discard()].
  public final class Lease {
    private final C connection;
    private final long expires;
    private long idleSince = System.nanoTime();

    private Lease(C connection) {
      this.connection = connection;
      this.expires = System.nanoTime() + jittered(limits.maxLifetime());
    }

    public C connection() {
      return connection;
    }

    /// Gives the connection back to be lent again.
    public void release() {
      giveBack(this);
    }

    /// Gives the connection back to be closed.
    public void discard() {
      drop(this);
    }
  }

  private static final class Waiter<L> {
    private final Context context;
    private final Promise<L> promise = Promise.promise();
    private final long since = System.nanoTime();

    private Waiter(Context context) {
      this.context = context;
    }

    private long waited(long now) {
      return now - since;
    }
  }

  /// Lends a connection; the future completes on no particular context.
  public Future<Lease> acquire() {
    Context context = vertx.getOrCreateContext();
    Lease found;
    var waiter = new Waiter<Lease>(context);
    lock.lock();
    try {
      if (closing) {
        return Future.failedFuture(closedError());
      }
      found = takeIdle(context);
      if (found == null && size() < limits.max()) {
        opening++;
      } else if (found == null) {
        return await(waiter);
      }
    } finally {
      lock.unlock();
    }
    if (found != null) {
      return lend(found);
    }
    open(waiter);
    return waiter.promise.future();
  }

  private Future<Lease> await(Waiter<Lease> waiter) {
    if (waiters.size() >= limits.maxWaiting()) {
      return Future.failedFuture(
          new DataException.Unavailable(
              "All %d database connections are in use and %d requests wait for one already, the most allowed."
                  .formatted(limits.max(), waiters.size())));
    }
    waiters.add(waiter);
    if (waiters.size() == 1) {
      vertx.setTimer(Math.max(1, limits.acquireTimeout().toMillis()), _ -> expire());
    }
    return waiter.promise.future();
  }

  /// One timer serves all waiters: it stands for the first, and is set anew for the one after it.
  private void expire() {
    var expired = new ArrayList<Waiter<Lease>>();
    long timeout = limits.acquireTimeout().toNanos();
    lock.lock();
    try {
      long now = System.nanoTime();
      while (!waiters.isEmpty() && waiters.element().waited(now) >= timeout) {
        expired.add(waiters.remove());
      }
      if (!waiters.isEmpty()) {
        long rest = timeout - waiters.element().waited(now);
        vertx.setTimer(rest / 1_000_000 + 1, _ -> expire());
      }
    } finally {
      lock.unlock();
    }
    for (var waiter : expired) {
      waiter.promise.tryFail(
          new DataException.Unavailable(
              "No database connection became free within %s: all %d are in use. Raise the pool's size or overflow, or shorten the transactions."
                  .formatted(limits.acquireTimeout(), limits.max())));
    }
  }

  private Future<Lease> lend(Lease lease) {
    if (!limits.prePing() || System.nanoTime() - lease.idleSince < PING_AFTER_NANOS) {
      return Future.succeededFuture(lease);
    }
    return source
        .ping(lease.connection)
        .transform(
            answer -> {
              if (answer.succeeded()) {
                return Future.succeededFuture(lease);
              }
              lease.discard();
              return acquire();
            });
  }

  private @Nullable Lease takeIdle(Context context) {
    for (Lease lease : idle) {
      if (source.near(lease.connection, context)) {
        idle.remove(lease);
        return lease;
      }
    }
    return idle.poll();
  }

  private void open(Waiter<Lease> waiter) {
    source
        .open(waiter.context)
        .onComplete((connection, failure) -> opened(waiter, connection, failure));
  }

  private void opened(Waiter<Lease> waiter, @Nullable C connection, @Nullable Throwable failure) {
    Lease lease = null;
    lock.lock();
    try {
      opening--;
      if (connection != null && !closing) {
        lease = new Lease(connection);
        leases.add(lease);
      }
    } finally {
      lock.unlock();
    }
    if (lease != null) {
      Lease added = lease;
      source.onEnd(lease.connection, () -> drop(added));
      waiter.promise.complete(lease);
      return;
    }
    if (connection != null) {
      source.close(connection);
    }
    waiter.promise.fail(failure == null ? closedError() : failure);
    refill();
    endIfEmpty();
  }

  private void giveBack(Lease lease) {
    lease.idleSince = System.nanoTime();
    if (closing || lease.idleSince - lease.expires > 0) {
      drop(lease);
      return;
    }
    Waiter<Lease> next;
    lock.lock();
    try {
      if (!leases.contains(lease)) {
        return;
      }
      next = nextFor(lease);
      if (next == null) {
        idle.addFirst(lease);
      }
    } finally {
      lock.unlock();
    }
    if (next != null) {
      next.promise.complete(lease);
    }
  }

  /// The first waiter, or, as long as that has not waited for long, one of the first that is near.
  private @Nullable Waiter<Lease> nextFor(Lease lease) {
    Waiter<Lease> first = waiters.peek();
    if (first == null || first.waited(lease.idleSince) > PATIENCE_NANOS) {
      return waiters.poll();
    }
    int looked = 0;
    for (var waiter : waiters) {
      if (source.near(lease.connection, waiter.context)) {
        waiters.remove(waiter);
        return waiter;
      }
      looked++;
      if (looked == NEAR_WAITERS) {
        break;
      }
    }
    return waiters.poll();
  }

  private void drop(Lease lease) {
    boolean known;
    lock.lock();
    try {
      known = leases.remove(lease);
      idle.remove(lease);
    } finally {
      lock.unlock();
    }
    if (known) {
      source.close(lease.connection);
      refill();
      endIfEmpty();
    }
  }

  private void refill() {
    Waiter<Lease> next;
    lock.lock();
    try {
      if (closing || size() >= limits.max()) {
        return;
      }
      next = waiters.poll();
      if (next == null) {
        return;
      }
      opening++;
    } finally {
      lock.unlock();
    }
    open(next);
  }

  private void sweep() {
    long now = System.nanoTime();
    var surplus = new ArrayList<Lease>();
    lock.lock();
    try {
      int spare = leases.size() - limits.kept();
      // The longest idle are last.
      for (var oldest = idle.descendingIterator(); oldest.hasNext(); ) {
        Lease lease = oldest.next();
        boolean old = now - lease.expires > 0;
        boolean unused = spare > 0 && now - lease.idleSince > limits.idleTimeout().toNanos();
        if (old || unused) {
          oldest.remove();
          surplus.add(lease);
          spare--;
        }
      }
    } finally {
      lock.unlock();
    }
    surplus.forEach(this::drop);
  }

  public Driver.PoolUse use() {
    lock.lock();
    try {
      return new Driver.PoolUse(size(), size() - idle.size(), waiters.size(), limits.max());
    } finally {
      lock.unlock();
    }
  }

  private int size() {
    return leases.size() + opening;
  }

  /// Refuses further requests, and completes when every connection was given back and closed, or at
  /// the latest after some time.
  public Future<Void> close(Duration atMost) {
    List<Waiter<Lease>> refused;
    List<Lease> unused;
    lock.lock();
    try {
      if (closing) {
        return closed.future();
      }
      closing = true;
      refused = List.copyOf(waiters);
      waiters.clear();
      unused = List.copyOf(idle);
    } finally {
      lock.unlock();
    }
    vertx.cancelTimer(sweeper);
    refused.forEach(waiter -> waiter.promise.tryFail(closedError()));
    unused.forEach(this::drop);
    long timer = vertx.setTimer(Math.max(1, atMost.toMillis()), _ -> abandon());
    endIfEmpty();
    return closed.future().onComplete(_ -> vertx.cancelTimer(timer));
  }

  private void abandon() {
    List<Lease> busy;
    lock.lock();
    try {
      busy = List.copyOf(leases);
    } finally {
      lock.unlock();
    }
    busy.forEach(this::drop);
    closed.tryComplete();
  }

  private void endIfEmpty() {
    boolean ended;
    lock.lock();
    try {
      ended = closing && size() == 0;
    } finally {
      lock.unlock();
    }
    if (ended) {
      closed.tryComplete();
    }
  }

  private static DataException closedError() {
    return new DataException.Unavailable(
        "The database connections are closed: the application is stopping.");
  }

  /// Connections opened together must not all be replaced together.
  private static long jittered(Duration lifetime) {
    long nanos = lifetime.toNanos();
    return nanos - ThreadLocalRandom.current().nextLong(nanos / 10 + 1);
  }
}
