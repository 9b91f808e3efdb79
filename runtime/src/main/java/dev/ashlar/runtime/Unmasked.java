package dev.ashlar.runtime;

import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Count;
import dev.ashlar.model.query.Selection.Field;
import dev.ashlar.model.query.Selection.Many;
import dev.ashlar.model.query.Selection.One;
import dev.ashlar.model.query.Selection.Test;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row that refuses to give a masked column as if it were null; asked whether it is masked, it
/// says so.
record Unmasked(Selection selection, Fetched row) implements Fetched {
  @Override
  public @Nullable Object value(int position) {
    if (row.redacted(position)) {
      throw new MaskedColumnException(name(position));
    }
    return row.value(position);
  }

  private String name(int position) {
    return switch (selection.items().get(position)) {
      case Field(var column) -> column.toString();
      case One(var relation, _) -> relation.toString();
      case Many many -> many.relation().toString();
      case Count(var relation, _) -> relation.toString();
      case Test _ -> "A test";
    };
  }

  @Override
  public boolean redacted(int position) {
    return row.redacted(position);
  }

  @Override
  public Optional<Fetched> one(int position) {
    return row.one(position).map(found -> new Unmasked(below(position), found));
  }

  @Override
  public List<Fetched> many(int position) {
    Selection below = below(position);
    return row.many(position).stream().<Fetched>map(found -> new Unmasked(below, found)).toList();
  }

  private Selection below(int position) {
    return switch (selection.items().get(position)) {
      case One(_, var below) -> below;
      case Many many -> many.selection();
      case Field _, Count _, Test _ ->
          throw new IllegalArgumentException(name(position) + " is not a relation.");
    };
  }
}
