package dev.ashlar.data.sql;

import dev.ashlar.model.query.Selection;
import dev.ashlar.model.value.Row;
import java.util.List;

/// How a selection is read: one statement for its level, one for each to-many relation below, and
/// where everything is.
///
/// @param plan the statement of this level
/// @param selection what was asked for
/// @param layout where each of the selection's items is
/// @param children the to-many relations below, in the order in which the layout numbers them
public record SelectPlan(Plan plan, Selection selection, Layout layout, List<Child> children) {
  public SelectPlan {
    children = List.copyOf(children);
  }

  /// The slot that takes the parents' keys in a child's statement.
  public static final int PARENTS = -1;

  /// A to-many relation below.
  ///
  /// @param parentId where the parent's key is, in the parent's row
  /// @param childParent where the parent's key is, in the child's row
  public record Child(int parentId, int childParent, SelectPlan select) {}

  /// Where the items of a selection are, in its order. What every row is asked for, its values and
  /// whether they are hidden, stands in plain arrays.
  public static final class Layout {
    /// No position in the row.
    public static final int NOWHERE = -1;

    private static final int SHOWN = -2;

    private final List<Place> places;
    private final int[] values;
    private final int[] flags;

    public Layout(List<Place> places) {
      this.places = List.copyOf(places);
      this.values = places.stream().mapToInt(Layout::value).toArray();
      this.flags = places.stream().mapToInt(Layout::flag).toArray();
    }

    /// Where an item is.
    public Place place(int item) {
      return places.get(item);
    }

    /// Where an item's value is in the row, or [#NOWHERE].
    public int value(int item) {
      return values[item];
    }

    /// Whether an item is hidden in a row.
    public boolean hides(int item, Row row) {
      int flag = flags[item];
      return flag != SHOWN && (flag == NOWHERE || !row.bool(flag));
    }

    private static int value(Place place) {
      return switch (place) {
        case At(int index) -> index;
        case Masked(int index, _) -> index;
        case Hidden _, Joined _, Below _ -> NOWHERE;
      };
    }

    private static int flag(Place place) {
      return switch (place) {
        case Masked(_, int flag) -> flag;
        case Hidden _ -> NOWHERE;
        case At _, Joined _, Below _ -> SHOWN;
      };
    }
  }

  /// Where one item is.
  public sealed interface Place {}

  /// At a position of the row.
  public record At(int index) implements Place {}

  /// At a position of the row, if the one at `flag` says so; else hidden.
  public record Masked(int index, int flag) implements Place {}

  /// Hidden from this reader in every row.
  public record Hidden() implements Place {}

  /// In the same row, if the key at a position is not null.
  public record Joined(int id, Selection selection, Layout layout) implements Place {}

  /// In the rows of a child.
  public record Below(int child) implements Place {}
}
