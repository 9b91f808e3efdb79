package dev.ashlar.model;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A component as one actor sees it: its value, which may be null, or the fact that it is hidden.
///
/// Redacted is not null: a hidden component says nothing of its value.
///
/// @param <V> the component's type
public sealed interface Visible<V> {
  /// The value, or null where it is null or hidden.
  default @Nullable V orNull() {
    return this instanceof Value<V>(var value) ? value : null;
  }

  /// The value.
  ///
  /// @throws NoSuchElementException when the component is hidden
  default @Nullable V get() {
    return switch (this) {
      case Value<V>(var value) -> value;
      case Redacted<V> _ ->
          throw new NoSuchElementException(
              "The component is hidden from this actor: ask redacted() before get(), or use orNull().");
    };
  }

  /// Whether the component is hidden.
  default boolean redacted() {
    return this instanceof Redacted<V>;
  }

  /// A component that may be seen.
  record Value<V>(@Nullable V value) implements Visible<V> {}

  /// A component that may not.
  record Redacted<V>() implements Visible<V> {}
}
