package dev.ashlar.benchmarks.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// The rounds of one contender at one workload.
record Results(Workload workload, Contender contender, List<Round> rounds) {

  Results {
    rounds = List.copyOf(rounds);
  }

  /// All of one workload, in the order in which the contenders first ran.
  static List<Results> of(Workload workload, List<Round> all) {
    return all.stream()
        .map(Round::contender)
        .distinct()
        .map(contender -> of(workload, contender, all))
        .filter(results -> !results.rounds().isEmpty())
        .toList();
  }

  private static Results of(Workload workload, Contender contender, List<Round> all) {
    return new Results(
        workload,
        contender,
        all.stream()
            .filter(round -> round.workload() == workload && round.contender().equals(contender))
            .toList());
  }

  double median(ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().mapToDouble(figure).toArray()).median();
  }

  /// A median with some digits after the point.
  String median(int digits, ToDoubleFunction<Round> figure) {
    return String.format(Locale.ROOT, "%." + digits + "f", median(figure));
  }

  boolean steady() {
    return rounds.stream().allMatch(Round::steady);
  }

  /// Whether a ratio of these to the others' says something.
  boolean comparableTo(Results yardstick) {
    return yardstick.contender.yardstick()
        && !contender.equals(yardstick.contender)
        && contender.store() == yardstick.contender.store();
  }

  /// The others' figure as a share of ours, for each pair of rounds with the same number.
  Spread ratio(Results others, ToDoubleFunction<Round> figure) {
    return Spread.of(
        pairs(others).stream()
            .mapToDouble(
                pair -> figure.applyAsDouble(pair.other()) / figure.applyAsDouble(pair.one()))
            .toArray());
  }

  /// What must be known of a ratio: who had not settled, and which rounds were disturbed.
  String marks(Results others) {
    Set<String> marks = new LinkedHashSet<>();
    if (!steady()) {
      marks.add(contender.name() + " not steady");
    }
    if (!others.steady()) {
      marks.add(others.contender.name() + " not steady");
    }
    List<Pair> pairs = pairs(others);
    long disturbed = pairs.stream().filter(Pair::disturbed).count();
    if (disturbed > 0) {
      marks.add(disturbed + " of " + pairs.size() + " rounds disturbed");
    }
    return String.join("; ", marks);
  }

  private record Pair(Round one, Round other) {

    boolean disturbed() {
      return one.disturbed() || other.disturbed();
    }
  }

  private List<Pair> pairs(Results others) {
    List<Pair> pairs = new ArrayList<>();
    for (Round round : rounds) {
      Optional<Round> other =
          others.rounds.stream().filter(each -> each.number() == round.number()).findFirst();
      other.ifPresent(it -> pairs.add(new Pair(round, it)));
    }
    return pairs;
  }
}
