package dev.ashlar.model.query;

import dev.ashlar.model.query.Expr.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What to read of each row: columns, rows at the other end of relations, counts and tests.
///
/// @param items in the order in which a [Fetched] gives them
public record Selection(List<Item> items) {

  public Selection {
    items = List.copyOf(items);
  }

  /// Every column of an entity, in the order of its components.
  public static Selection all(EntityModel<?> entity) {
    return of(entity.columns());
  }

  /// The columns given.
  public static Selection of(List<? extends Column<?, ?>> columns) {
    return new Selection(columns.stream().<Item>map(Field::new).toList());
  }

  /// The same with more.
  public Selection with(Item item) {
    var more = new ArrayList<>(items);
    more.add(item);
    return new Selection(more);
  }

  /// One thing to read.
  public sealed interface Item {}

  /// A column of the row.
  public record Field(Column<?, ?> column) implements Item {}

  /// The row a reference points at, joined.
  public record One(Relation relation, Selection selection) implements Item {}

  /// The rows of a to-many relation, in one further statement for all parents.
  ///
  /// @param take the most rows per parent; empty for all
  public record Many(
      Relation relation,
      Selection selection,
      Condition where,
      List<Order> order,
      Optional<Expr.Term> take)
      implements Item {
    public Many {
      order = List.copyOf(order);
    }
  }

  /// The number of rows of a to-many relation for which a condition holds.
  public record Count(Relation relation, Condition where) implements Item {}

  /// Whether a condition holds for the row.
  public record Test(Condition condition) implements Item {}
}
