package dev.ashlar.data.sql;

import dev.ashlar.model.query.Selection;
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

  /// Where the items of a selection are.
  ///
  /// @param places in the order of the selection's items
  public record Layout(List<Place> places) {
    public Layout {
      places = List.copyOf(places);
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
