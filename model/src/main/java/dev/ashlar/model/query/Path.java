package dev.ashlar.model.query;

import dev.ashlar.model.query.Relation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A walk along references from the row asked about; empty is that row itself.
///
/// @param steps to-one relations, each starting where the one before ends
public record Path(List<Relation> steps) {
  /// The row itself.
  public static final Path ROOT = new Path(List.of());

  public Path {
    steps = List.copyOf(steps);
    for (int i = 0; i < steps.size(); i++) {
      Relation step = steps.get(i);
      if (step.kind() != Kind.ONE || (i > 0 && steps.get(i - 1).to() != step.from())) {
        throw new IllegalArgumentException(
            "A path walks along references, each from where the last one ended; found %s at step %d of %s."
                .formatted(step, i + 1, steps));
      }
    }
  }

  /// The walk one reference further.
  public Path then(Relation step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(longer);
  }

  /// Whether this is the row itself.
  public boolean root() {
    return steps.isEmpty();
  }

  @Override
  public String toString() {
    return steps.stream().map(Relation::name).collect(Collectors.joining("."));
  }
}
