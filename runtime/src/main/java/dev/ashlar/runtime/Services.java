package dev.ashlar.runtime;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts services in their order, and stops them in the opposite one.
public final class Services {
  private static final Logger LOG = LoggerFactory.getLogger(Services.class);

  private final List<Service> services;
  private final Deque<Service> started = new ArrayDeque<>();

  public Services(Collection<? extends Service> services) {
    this.services =
        services.stream()
            .<Service>map(service -> service)
            .sorted(Comparator.comparingInt(Service::order))
            .toList();
  }

  /// Starts all. Where one fails, those started are stopped again.
  ///
  /// @throws IllegalStateException naming the service that failed, and why
  public synchronized void start() {
    for (Service service : services) {
      try {
        service.start();
        started.push(service);
      } catch (Exception failure) {
        stop();
        throw new IllegalStateException(
            "%s did not start: %s".formatted(service.getClass().getName(), failure.getMessage()),
            failure);
      }
    }
  }

  /// Stops those that were started.
  public synchronized void stop() {
    while (!started.isEmpty()) {
      Service service = started.pop();
      try {
        service.stop();
      } catch (Exception failure) {
        LOG.atError()
            .addKeyValue("service", service.getClass().getName())
            .setCause(failure)
            .log("A service did not stop");
      }
    }
  }
}
