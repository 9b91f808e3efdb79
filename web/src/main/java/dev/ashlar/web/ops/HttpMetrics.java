package dev.ashlar.web.ops;

import dev.ashlar.web.RequestMeter;
import dev.ashlar.web.routing.Method;
import dev.ashlar.web.server.WebServer;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts and times requests per route, method and class of status.
///
/// A request costs two additions; the registry reads the sums when it is scraped. The meter is
/// `http.server.requests` with the tags `method`, `route` and `status` (`2xx` …).
public final class HttpMetrics implements RequestMeter {
  private static final String NAME = "http.server.requests";

  private final MeterRegistry registry;

  public HttpMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /// Shows how many connections a server has open, as `http.server.connections`.
  public void watch(WebServer server) {
    Gauge.builder("http.server.connections", server, WebServer::connections)
        .description("Open connections")
        .register(registry);
  }

  @Override
  public Recorder of(Method method, String template) {
    return new Cells(method, template);
  }

  private static final class Sums {
    final LongAdder count = new LongAdder();
    final LongAdder nanos = new LongAdder();

    void add(long duration) {
      count.increment();
      nanos.add(duration);
    }
  }

  /// The sums of one route, made for a class of status when it is first seen.
  private final class Cells implements Recorder {
    private final Method method;
    private final String template;
    private final AtomicReferenceArray<@Nullable Sums> byClass = new AtomicReferenceArray<>(6);

    Cells(Method method, String template) {
      this.method = method;
      this.template = template;
    }

    @Override
    public void record(int status, long nanos) {
      int statusClass = status / 100;
      Sums sums = byClass.get(statusClass);
      if (sums == null) {
        sums = create(statusClass);
      }
      sums.add(nanos);
    }

    private synchronized Sums create(int statusClass) {
      Sums present = byClass.get(statusClass);
      if (present != null) {
        return present;
      }
      Sums created = new Sums();
      FunctionTimer.builder(
              NAME, created, s -> s.count.sum(), s -> s.nanos.sum(), TimeUnit.NANOSECONDS)
          .description("Requests answered, and the time until the answer was handed over")
          .tag("method", method.name())
          .tag("route", template)
          .tag("status", statusClass + "xx")
          .register(registry);
      byClass.set(statusClass, created);
      return created;
    }
  }
}
