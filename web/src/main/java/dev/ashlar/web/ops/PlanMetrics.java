package dev.ashlar.web.ops;

import dev.ashlar.data.Database;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// Shows how well a database keeps the plans of its queries.
///
/// The meters are `ashlar.plan.cache.hits` and `.misses`, which count queries, and `.plans`, which
/// is how many are kept. Misses that go on growing on a server that has seen all its requests mean
/// that clients make ever new shapes, or that a value has become part of one.
public final class PlanMetrics {
  private static final String NAME = "ashlar.plan.cache.";

  private PlanMetrics() {}

  /// Has a registry show it; the database must live as long as the registry is scraped.
  public static void bindTo(MeterRegistry registry, Database database) {
    FunctionCounter.builder(NAME + "hits", database, it -> it.planUse().hits())
        .description("Queries whose plan was there")
        .register(registry);
    FunctionCounter.builder(NAME + "misses", database, it -> it.planUse().misses())
        .description("Queries that had to be compiled")
        .register(registry);
    Gauge.builder(NAME + "plans", database, it -> it.planUse().size())
        .description("Plans kept")
        .register(registry);
  }
}
