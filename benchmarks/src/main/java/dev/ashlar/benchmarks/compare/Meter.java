package dev.ashlar.benchmarks.compare;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Loads a running contender and reads what it, its database and the generator used meanwhile.
final class Meter {

  /// A short stretch before each round, so that connections and caches are as in its middle.
  private static final Duration RUN_UP = Duration.ofSeconds(2);

  private static final int QUIET_SECONDS = 15;

  private final Options options;
  private final OptionalLong postgres;

  Meter(Options options, OptionalLong postgres) {
    this.options = options;
    this.postgres = postgres;
  }

  /// Waits for a second in which other programs leave the machine alone, for a quarter of a minute
  /// at most.
  void awaitQuiet() throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    for (int second = 0; second < QUIET_SECONDS; second++) {
      double before = Cpu.machine();
      TimeUnit.SECONDS.sleep(1);
      if ((Cpu.machine() - before) * 100 / cores <= options.foreign()) {
        return;
      }
    }
  }

  private record Usage(double machine, double server, double database, double generator) {}

  /// What one stretch of load saw and used.
  record Measured(Load.Window window, Round.Use use) {}

  Measured measure(Running running, Workload workload, long seed)
      throws IOException, InterruptedException {
    try (Load load = load(running, workload, seed)) {
      load.run(RUN_UP);
      Usage before = usage(running);
      Load.Window window = load.run(options.round());
      Usage after = usage(running);
      return new Measured(window, use(running, window.seconds(), before, after));
    }
  }

  boolean disturbed(Measured measured) {
    return measured.use().foreignPercent() > options.foreign();
  }

  Load load(Running running, Workload workload, long seed)
      throws IOException, InterruptedException {
    Requests requests = Requests.of(running.contender(), workload, running.token(), seed);
    return new Load(running.port(), options.connections(), requests, workload.status());
  }

  private Usage usage(Running running) {
    return new Usage(
        Cpu.machine(),
        Cpu.process(running.pid()),
        postgres.isPresent() ? Cpu.family(postgres.getAsLong()) : 0,
        Cpu.process(ProcessHandle.current().pid()));
  }

  private static Round.Use use(Running running, double seconds, Usage before, Usage after) {
    double server = after.server() - before.server();
    double database = after.database() - before.database();
    double generator = after.generator() - before.generator();
    double all = after.machine() - before.machine();
    int cores = Runtime.getRuntime().availableProcessors();
    double foreign = (all - server - database - generator) / (seconds * cores);
    return new Round.Use(
        server,
        running.contender().store() == Contender.Store.POSTGRESQL ? database : 0,
        generator,
        Math.max(0, foreign * 100),
        Cpu.residentMegabytes(running.pid()));
  }
}
