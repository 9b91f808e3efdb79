package dev.ashlar.data;

import dev.ashlar.data.sql.SelectPlan.Below;
import dev.ashlar.data.sql.SelectPlan.Hidden;
import dev.ashlar.data.sql.SelectPlan.Joined;
import dev.ashlar.data.sql.SelectPlan.Layout;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.value.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of a statement seen in the shape of a selection.
///
/// @param children the rows of each to-many level below, in the order in which the layout numbers
///   them
record FetchedRow(Layout layout, Row row, List<List<Fetched>> children) implements Fetched {

  @Override
  public @Nullable Object value(int position) {
    int index = layout.value(position);
    return index == Layout.NOWHERE ? hidden(position) : row.value(index);
  }

  private @Nullable Object hidden(int position) {
    if (layout.place(position) instanceof Hidden) {
      return null;
    }
    throw new IllegalArgumentException(
        "Position %d of the selection is a relation, not a value.".formatted(position));
  }

  @Override
  public boolean redacted(int position) {
    return layout.hides(position, row);
  }

  @Override
  public Optional<Fetched> one(int position) {
    if (layout.place(position) instanceof Joined(int id, _, Layout inner)) {
      return row.isNull(id) ? Optional.empty() : Optional.of(new FetchedRow(inner, row, children));
    }
    throw new IllegalArgumentException(
        "Position %d of the selection is not a to-one relation.".formatted(position));
  }

  @Override
  public List<Fetched> many(int position) {
    if (layout.place(position) instanceof Below(int child)) {
      return children.get(child);
    }
    throw new IllegalArgumentException(
        "Position %d of the selection is not a to-many relation.".formatted(position));
  }
}
