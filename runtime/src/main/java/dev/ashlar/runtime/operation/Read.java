package dev.ashlar.runtime.operation;

import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query.Count;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.value.ValueType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads rows: one by its key, or a page of those that fit.
///
/// The query is kept as shape and values, so that a surface which asks the same again and again
/// makes the shape once.
///
/// @param entity the entity read
/// @param query what to read, its values apart
/// @param page where the page starts and ends; empty reads one row
/// @param total counts all rows that fit; empty does not
public record Read(
    EntityModel<?> entity, Lifted<Select> query, Optional<Page> page, Optional<Lifted<Count>> total)
    implements Operation {

  /// A page.
  ///
  /// @param limit the most rows on it; none leaves the rows unread where there is a total to tell
  /// @param order what the whole is sorted by, the primary key last
  /// @param positions where the values sorted by are, in the selection
  public record Page(int limit, List<Order> order, List<Integer> positions) {
    public Page {
      order = List.copyOf(order);
      positions = List.copyOf(positions);
    }
  }

  /// Reads one row by its key; [#of(UUID)] gives the same for another key.
  public static Read one(EntityModel<?> entity, Selection selection, UUID id) {
    return one(entity, selection, id, Always.TRUE);
  }

  /// Reads one row by its key, if it fits a further condition.
  public static Read one(EntityModel<?> entity, Selection selection, UUID id, Condition where) {
    Condition key = entity.id().eq(new Value(ValueType.UUID, id));
    var select =
        new Select(entity, selection, key.and(where), List.of(), Optional.empty(), Lock.NONE);
    return new Read(entity, Lifted.of(select), Optional.empty(), Optional.empty());
  }

  /// The same for another key, where the key is the query's only value.
  public Read of(UUID id) {
    if (query.values().size() != 1 || page.isPresent()) {
      throw new IllegalStateException("Only a read of one row by its key alone takes another key.");
    }
    return new Read(entity, query.with(Collections.singletonList(id)), page, total);
  }
}
