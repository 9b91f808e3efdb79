package dev.ashlar.testing.values;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Order;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Interpreter;
import dev.ashlar.runtime.access.Interpreter.Sight;
import dev.ashlar.runtime.access.ValueOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The policies' interpreter keeps to the table.
final class InterpreterValuesTest extends ValueContract {
  private final Interpreter interpreter =
      new Interpreter(
          Specimens.MODEL, _ -> Specimens.ROWS, Actor.ANONYMOUS, Sight.ALL, Optional.empty());

  @Override
  Set<UUID> where(Condition condition) {
    return Specimens.ROWS.stream()
        .filter(row -> interpreter.holds(condition, row, List.of()))
        .map(ValueContract::key)
        .collect(Collectors.toSet());
  }

  @Override
  List<@Nullable Object> values(Column<?, ?> column, Order order) {
    Comparator<@Nullable Object> ascending =
        Comparator.nullsLast((left, right) -> ValueOrder.compare(column.type(), left, right));
    return Specimens.ROWS.stream()
        .<@Nullable Object>map(row -> row.stored(column))
        .sorted(order.descending() ? ascending.reversed() : ascending)
        .toList();
  }
}
