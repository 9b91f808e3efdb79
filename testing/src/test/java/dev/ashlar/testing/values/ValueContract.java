package dev.ashlar.testing.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.In;
import dev.ashlar.model.query.Expr.IsNull;
import dev.ashlar.model.query.Expr.Match;
import dev.ashlar.model.query.Expr.OfActor;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Expr.Values;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Stored;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.values.ValueTable.Kept;
import dev.ashlar.testing.values.ValueTable.Ladder;
import dev.ashlar.testing.values.ValueTable.Matching;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/// What holds of values wherever they are kept and whoever decides: whoever is to decide conditions
/// on rows is held to the [ValueTable] by extending this, and whatever database by being a
/// `DatabaseKind`.
abstract class ValueContract {
  static final List<Ladder> LADDERS = ValueTable.LADDERS;
  static final List<Matching> MATCHINGS = ValueTable.MATCHINGS;
  static final List<Kept> KEPT = ValueTable.KEPT;

  /// The keys of the [Specimens] for which a condition holds.
  abstract Set<UUID> where(Condition condition);

  /// The values that a column has in the [Specimens], in an order.
  abstract List<@Nullable Object> values(Column<?, ?> column, Order order);

  // ---- equality and order ----

  @ParameterizedTest
  @FieldSource("LADDERS")
  void comparesByRung(Ladder ladder) {
    var column = Specimens.of(ladder);
    for (int right = 0; right < ladder.rungs().size(); right++) {
      for (Object given : ladder.rungs().get(right)) {
        var operand = new Value(column.type(), Stored.of(column.type(), given));
        for (Operator operator : Operator.values()) {
          int there = right;
          assertHolds(
              new Compare(operator, column.term(), operand, false),
              column,
              value -> fits(operator, Integer.compare(rung(ladder, value), there)));
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("LADDERS")
  void findsAmongManyByRung(Ladder ladder) {
    var column = Specimens.of(ladder);
    var type = column.type();
    int last = ladder.rungs().size() - 1;
    Object low = Stored.of(type, ladder.rungs().getFirst().getLast());
    Object high = Stored.of(type, ladder.rungs().get(last).getFirst());

    assertHolds(
        new In(column.term(), new Values(type, List.of(low, high)), false),
        column,
        value -> Set.of(0, last).contains(rung(ladder, value)));
    assertHolds(new In(column.term(), new Values(type, List.of()), false), column, _ -> false);
  }

  @ParameterizedTest
  @FieldSource("LADDERS")
  void sortsByRungWithNullsAfterTheGreatest(Ladder ladder) {
    var column = Specimens.of(ladder);
    var ascending = rungs(ladder, values(column, new Order(column.term(), false)));
    var descending = rungs(ladder, values(column, new Order(column.term(), true)));

    var expected = new ArrayList<Integer>();
    for (ChangeSet row : Specimens.ROWS) {
      expected.add(place(ladder, row.stored(column)));
    }
    Collections.sort(expected);
    assertThat(ascending).isEqualTo(expected);
    assertThat(descending).isEqualTo(expected.reversed());
  }

  // ---- null ----

  @ParameterizedTest
  @FieldSource("LADDERS")
  void tellsNullFromEveryValue(Ladder ladder) {
    var column = Specimens.of(ladder);
    var none = new IsNull(column.term(), false);

    assertThat(where(none)).isEqualTo(keys(row -> row.stored(column) == null));
    assertThat(where(none.not())).isEqualTo(keys(row -> row.stored(column) != null));
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingByNull(Operator operator) {
    for (Ladder ladder : LADDERS) {
      var column = Specimens.of(ladder);
      // An attribute that the actor does not have.
      var none = new OfActor(new OfActor.Fact.Named("none"), column.type());

      assertHolds(new Compare(operator, column.term(), none, false), column, _ -> false);
      assertHolds(
          new Compare(operator, column.term(), column.term(), false),
          column,
          _ -> fits(operator, 0));
    }
  }

  // ---- texts ----

  @ParameterizedTest
  @FieldSource("MATCHINGS")
  void findsInTexts(Matching matching) {
    var part = new Value(ValueType.STRING, matching.part());
    var match = new Match(matching.how(), Specimens.TEXT.term(), part, false);
    var found = where(match);
    var others = where(match.not());

    var asked = keys(row -> matching.text().equals(row.stored(Specimens.TEXT)));
    assertThat(asked).hasSize(1);
    assertThat(found.containsAll(asked)).isEqualTo(matching.expected());
    assertThat(others.containsAll(asked)).isNotEqualTo(matching.expected());
    assertThat(found).doesNotContain(key(Specimens.ROWS.getFirst()));
    assertThat(others).contains(key(Specimens.ROWS.getFirst()));
  }

  // ---- what is kept ----

  @ParameterizedTest
  @FieldSource("KEPT")
  void keepsWhatItSays(Kept kept) {
    var column = Specimens.of(kept);

    Object found = values(column, new Order(column.term(), false)).getFirst();

    assertThat(same(found)).isEqualTo(same(kept.kept()));
  }

  // ---- what is expected ----

  /// Where the column has a value, the condition is as expected; where it is null, false. Its
  /// negation is true of all others.
  private void assertHolds(Condition condition, Column<?, ?> column, Predicate<Object> expected) {
    Predicate<ChangeSet> holds =
        row -> {
          Object value = row.stored(column);
          return value != null && expected.test(value);
        };
    assertThat(where(condition)).as("%s", condition).isEqualTo(keys(holds));
    assertThat(where(condition.not())).as("not %s", condition).isEqualTo(keys(holds.negate()));
  }

  private static Set<UUID> keys(Predicate<ChangeSet> which) {
    return Specimens.ROWS.stream()
        .filter(which)
        .map(ValueContract::key)
        .collect(Collectors.toSet());
  }

  static UUID key(ChangeSet row) {
    return (UUID) Objects.requireNonNull(row.stored(Specimens.ENTITY.id()));
  }

  private static boolean fits(Operator operator, int order) {
    return switch (operator) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
    };
  }

  private static List<Integer> rungs(Ladder ladder, List<@Nullable Object> values) {
    return values.stream().map(value -> place(ladder, value)).toList();
  }

  /// The rung of a value; null is above the highest.
  private static int place(Ladder ladder, @Nullable Object value) {
    return value == null ? ladder.rungs().size() : rung(ladder, value);
  }

  private static int rung(Ladder ladder, Object stored) {
    for (int i = 0; i < ladder.rungs().size(); i++) {
      for (Object given : ladder.rungs().get(i)) {
        if (same(Stored.of(ladder.type(), given)).equals(same(stored))) {
          return i;
        }
      }
    }
    throw new AssertionError("%s is on no rung of %s".formatted(stored, ladder));
  }

  /// Something to compare with `equals`: a decimal may gain or lose zeros at the end.
  static Object same(@Nullable Object stored) {
    return switch (stored) {
      case null -> "null, which is no value";
      case BigDecimal decimal -> decimal.stripTrailingZeros();
      case byte[] bytes -> HexFormat.of().formatHex(bytes) + " as bytes";
      default -> stored;
    };
  }
}
