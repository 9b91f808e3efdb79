package dev.ashlar.data.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.driver.ConnectionPool.Limits;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConnectionPoolTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Vertx vertx = Vertx.vertx();
  private final Numbers numbers = new Numbers();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  /// Connections that are only numbers.
  private static final class Numbers implements ConnectionPool.Source<Integer> {
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, Promise<Void>> closed = new ConcurrentHashMap<>();
    private final Map<Integer, Runnable> ends = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;

    @Override
    public Future<Integer> open(Context context) {
      return reachable
          ? Future.succeededFuture(last.incrementAndGet())
          : Future.failedFuture(new DataException.Unavailable("unreachable"));
    }

    @Override
    public boolean near(Integer connection, Context context) {
      return false;
    }

    @Override
    public Future<Void> ping(Integer connection) {
      return Future.succeededFuture();
    }

    @Override
    public void onEnd(Integer connection, Runnable action) {
      ends.put(connection, action);
    }

    @Override
    public void close(Integer connection) {
      closed(connection).tryComplete();
    }

    private Promise<Void> closed(Integer connection) {
      return closed.computeIfAbsent(connection, _ -> Promise.promise());
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The pool did not answer within 20 seconds.", e);
    }
  }

  private ConnectionPool<Integer> pool(
      int kept, int max, int waiting, Duration acquire, Duration idle, Duration lifetime) {
    return new ConnectionPool<>(
        vertx, numbers, new Limits(kept, max, waiting, acquire, idle, lifetime, true));
  }

  @Test
  void lendsAnIdleConnectionAgain() {
    var pool = pool(1, 2, 10, LONG, LONG, LONG);
    var first = await(pool.acquire());
    var second = await(pool.acquire());
    first.release();

    assertThat(await(pool.acquire()).connection()).isEqualTo(first.connection());
    assertThat(second.connection()).isNotEqualTo(first.connection());
    assertThat(pool.use()).isEqualTo(new Driver.PoolUse(2, 2, 0, 2));
  }

  @Test
  void servesWaitersInOrder() {
    var pool = pool(1, 1, 10, LONG, LONG, LONG);
    var held = await(pool.acquire());
    List<Integer> order = new ArrayList<>();
    var first = pool.acquire().onSuccess(_ -> order.add(1));
    var second = pool.acquire().onSuccess(_ -> order.add(2));
    assertThat(pool.use().waiting()).isEqualTo(2);
    held.release();
    await(first).release();
    await(second).release();

    assertThat(order).containsExactly(1, 2);
    assertThat(numbers.last).hasValue(1);
  }

  @Test
  void refusesWhatWaitsTooLongOrIsTooMuch() {
    var pool = pool(1, 1, 1, Duration.ofMillis(50), LONG, LONG);
    var held = await(pool.acquire());
    var late = pool.acquire();

    assertThatThrownBy(() -> await(pool.acquire()))
        .isInstanceOf(DataException.Unavailable.class)
        .hasMessageContaining("1 requests wait");
    assertThatThrownBy(() -> await(late))
        .isInstanceOf(DataException.Unavailable.class)
        .hasMessageContaining("PT0.05S");
    held.release();
    assertThat(await(pool.acquire()).connection()).isEqualTo(1);
  }

  @Test
  void opensAnotherForAWaiterWhenAConnectionIsLost() {
    var pool = pool(1, 1, 10, LONG, LONG, LONG);
    var held = await(pool.acquire());
    var waiting = pool.acquire();
    numbers.ends.getOrDefault(held.connection(), () -> {}).run();

    assertThat(await(waiting).connection()).isEqualTo(2);
    held.release();
    assertThat(pool.use().size()).isEqualTo(1);
  }

  @Test
  void failsWaitersWhileNothingCanBeOpenedAndRecovers() {
    var pool = pool(1, 1, 10, LONG, LONG, LONG);
    var held = await(pool.acquire());
    var waiting = pool.acquire();
    numbers.reachable = false;
    held.discard();

    assertThatThrownBy(() -> await(waiting)).hasMessageContaining("unreachable");
    numbers.reachable = true;
    assertThat(await(pool.acquire()).connection()).isEqualTo(2);
  }

  @Test
  void closesWhatIsIdleBeyondTheKept() {
    var pool = pool(1, 3, 10, LONG, Duration.ofMillis(1), LONG);
    var leases = List.of(await(pool.acquire()), await(pool.acquire()), await(pool.acquire()));
    leases.forEach(ConnectionPool.Lease::release);

    await(numbers.closed(1).future());
    await(numbers.closed(2).future());
    assertThat(pool.use()).isEqualTo(new Driver.PoolUse(1, 0, 0, 3));
  }

  @Test
  void replacesOldConnections() {
    var pool = pool(1, 1, 10, LONG, LONG, Duration.ofMillis(1));
    await(pool.acquire()).release();

    await(numbers.closed(1).future());
    assertThat(await(pool.acquire()).connection()).isEqualTo(2);
  }

  @Test
  void closesWhenTheLastIsGivenBack() {
    var pool = pool(1, 1, 10, LONG, LONG, LONG);
    var held = await(pool.acquire());
    var waiting = pool.acquire();
    var closed = pool.close(LONG);

    assertThatThrownBy(() -> await(waiting)).hasMessageContaining("stopping");
    assertThatThrownBy(() -> await(pool.acquire())).hasMessageContaining("stopping");
    assertThat(closed.isComplete()).isFalse();
    held.release();
    await(closed);
    await(numbers.closed(1).future());
  }

  @Test
  void closesAnywayAfterAWhile() {
    var pool = pool(1, 1, 10, LONG, LONG, LONG);
    await(pool.acquire());

    await(pool.close(Duration.ofMillis(20)));
    await(numbers.closed(1).future());
  }
}
