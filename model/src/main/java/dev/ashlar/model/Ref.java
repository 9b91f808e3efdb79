package dev.ashlar.model;

import java.util.UUID;

/// A reference to one row of another entity, known by its key or loaded whole.
///
/// Two references are equal when they are of one kind and hold the same; compare [#id()] to ask for
/// the same row.
///
/// @param <R> the entity referred to
public sealed interface Ref<R> {
  /// The key of the row referred to.
  UUID id();

  /// A reference that knows the key alone.
  static <R> Ref<R> of(UUID id) {
    return new Key<>(id);
  }

  /// The key alone.
  record Key<R>(UUID id) implements Ref<R> {}

  /// The key and the row itself.
  record Loaded<R>(UUID id, R entity) implements Ref<R> {}
}
