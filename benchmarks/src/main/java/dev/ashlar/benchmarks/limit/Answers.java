package dev.ashlar.benchmarks.limit;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// What a database thread has to tell, handed over to each event loop in one go: waking one costs
/// more than most of what it is told.
final class Answers {

  private final IdentityHashMap<Context, List<Runnable>> byLoop = new IdentityHashMap<>();

  void add(Context asker, Runnable answer) {
    byLoop.computeIfAbsent(asker, loop -> new ArrayList<>()).add(answer);
  }

  /// Hands over all that was added since.
  void send() {
    byLoop.forEach((asker, answers) -> asker.runOnContext(now -> answers.forEach(Runnable::run)));
    byLoop.clear();
  }
}
