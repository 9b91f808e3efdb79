package dev.ashlar.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.data.sql.Shape;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/// Plans by shape and by who asks; bounded, since clients make shapes.
final class PlanCache {
  private final Cache<Key, Object> plans;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  private record Key(Shape<?> shape, Object asker) {}

  PlanCache(long size) {
    plans = Caffeine.newBuilder().maximumSize(size).build();
  }

  /// The plan of a shape for an asker: those who may see the same, and ask in the same version of
  /// the rules, are equal.
  @SuppressWarnings("unchecked") // A shape's plans are all of the kind that its query has.
  <P> P plan(Shape<?> shape, Object asker, Function<Shape<?>, P> compile) {
    var key = new Key(shape, asker);
    Object plan = plans.getIfPresent(key);
    if (plan != null) {
      hits.increment();
      return (P) plan;
    }
    misses.increment();
    return (P) plans.get(key, _ -> compile.apply(shape));
  }

  long hits() {
    return hits.sum();
  }

  long misses() {
    return misses.sum();
  }

  long size() {
    return plans.estimatedSize();
  }
}
