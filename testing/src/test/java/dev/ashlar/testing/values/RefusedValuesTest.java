package dev.ashlar.testing.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.Constraints;
import dev.ashlar.model.query.Stored;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.Violation;
import dev.ashlar.testing.values.ValueTable.Ladder;
import dev.ashlar.testing.values.ValueTable.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What one database could not keep is refused for all of them, and nothing else is.
final class RefusedValuesTest {
  static final List<Refused> REFUSED = ValueTable.REFUSED;
  static final List<Ladder> LADDERS = ValueTable.LADDERS;

  private record Thing() {}

  private static List<Violation> faults(ValueType type, Object given) {
    var column =
        new Column<Thing, Object>(Thing.class, ColumnSpec.of("value", "value", type), _ -> null);
    var found = new ArrayList<Violation>();
    Constraints.check(column, Stored.of(type, given), Instant.EPOCH, found::add);
    return found;
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void refusesWhatNotAllCanKeep(Refused refused) {
    assertThat(faults(refused.type(), refused.given()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/value"));
  }

  @ParameterizedTest
  @FieldSource("LADDERS")
  void takesWhatAllKeep(Ladder ladder) {
    ladder.rungs().stream()
        .flatMap(List::stream)
        .forEach(value -> assertThat(faults(ladder.type(), value)).isEmpty());
  }
}
