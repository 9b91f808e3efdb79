package dev.ashlar.model.query;

/// The immutable description of one view record: the entity it is a shape of, what it reads, and
/// how it is made.
///
/// @param type the view
/// @param entity the entity it is a shape of
/// @param selection what it reads, its items in the order of the view's components
/// @param reader makes the view of what was fetched
public record ViewModel<V>(
    Class<V> type, EntityModel<?> entity, Selection selection, Reader<V> reader) {

  /// Makes a view of what was fetched.
  @FunctionalInterface
  public interface Reader<V> {
    /// The view of a row.
    V read(Fetched row);
  }
}
