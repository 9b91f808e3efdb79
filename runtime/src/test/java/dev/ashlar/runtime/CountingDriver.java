package dev.ashlar.runtime;

import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Statement;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A driver that counts the statements it is given outside of sessions, and the sessions begun.
record CountingDriver(Driver driver, AtomicInteger count) implements Driver {
  @Override
  public Future<List<Row>> unit(List<Step> steps) {
    count.incrementAndGet();
    return driver.unit(steps);
  }

  @Override
  public Future<Session> begin(Mode mode) {
    count.incrementAndGet();
    return driver.begin(mode);
  }

  @Override
  public Future<Void> ping() {
    return driver.ping();
  }

  @Override
  public PoolUse poolUse() {
    return driver.poolUse();
  }

  @Override
  public Future<Void> close() {
    return driver.close();
  }

  @Override
  public Future<List<Row>> rows(Statement statement, @Nullable Object[] values) {
    count.incrementAndGet();
    return driver.rows(statement, values);
  }

  @Override
  public Future<Integer> change(Statement statement, @Nullable Object[] values) {
    count.incrementAndGet();
    return driver.change(statement, values);
  }

  @Override
  public Future<Integer> batch(Statement statement, List<@Nullable Object[]> values) {
    count.incrementAndGet();
    return driver.batch(statement, values);
  }
}
