package dev.ashlar.benchmarks.compare;

/// What one round measured.
///
/// @param number from 1; rounds of several contenders with the same number are compared
/// @param steady whether the contender's throughput had settled before its rounds began
/// @param disturbed whether it was kept although others used more than allowed
record Round(
    Contender contender,
    Workload workload,
    int number,
    Load.Window window,
    Use use,
    boolean steady,
    boolean disturbed) {

  /// What was used meanwhile; CPU times are seconds of the whole round.
  ///
  /// @param foreignPercent the share of the machine that unknown programs used
  record Use(
      double server,
      double database,
      double generator,
      double foreignPercent,
      double residentMegabytes) {}

  double serverPerThousand() {
    return use.server() * 1_000 / window.requests();
  }

  double databasePerThousand() {
    return use.database() * 1_000 / window.requests();
  }

  double generatorPerThousand() {
    return use.generator() * 1_000 / window.requests();
  }

  double totalPerThousand() {
    return serverPerThousand() + databasePerThousand();
  }

  double perSecond() {
    return window.perSecond();
  }

  double p99Millis() {
    return window.p99Millis();
  }

  double foreignPercent() {
    return use.foreignPercent();
  }

  double residentMegabytes() {
    return use.residentMegabytes();
  }

  double bodyBytes() {
    return (double) window.bytes() / window.requests();
  }

  /// How busy the generator's only thread was; near 100 it would hold the contender back.
  double generatorPercent() {
    return use.generator() * 100 / window.seconds();
  }
}
