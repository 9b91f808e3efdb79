package dev.ashlar.benchmarks.compare;

/// What one round measured. CPU times are seconds of the whole round.
///
/// @param foreignPercent the share of the machine that unknown programs used
/// @param disturbed whether it was kept although others used more than allowed
record Round(
    Contender contender,
    Workload workload,
    Load.Window window,
    double serverCpu,
    double databaseCpu,
    double generatorCpu,
    double foreignPercent,
    double residentMegabytes,
    boolean disturbed) {

  double serverPerThousand() {
    return serverCpu * 1_000 / window.requests();
  }

  double databasePerThousand() {
    return databaseCpu * 1_000 / window.requests();
  }

  double generatorPerThousand() {
    return generatorCpu * 1_000 / window.requests();
  }

  double totalPerThousand() {
    return serverPerThousand() + databasePerThousand();
  }

  /// How busy the generator's only thread was; near 100 it would hold the contender back.
  double generatorPercent() {
    return generatorCpu * 100 / window.seconds();
  }
}
