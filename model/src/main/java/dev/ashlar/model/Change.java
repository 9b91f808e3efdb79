package dev.ashlar.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a patch says of one component: nothing, that it becomes null, or that it becomes a value.
///
/// @param <V> the component's type
public sealed interface Change<V> {
  /// Leaves the component as it is.
  static <V> Change<V> absent() {
    return new Absent<>();
  }

  /// Sets the component to a value, or to null.
  static <V> Change<V> to(@Nullable V value) {
    return value == null ? new ToNull<>() : new ToValue<>(value);
  }

  /// Whether the patch says anything of the component.
  default boolean present() {
    return !(this instanceof Absent<V>);
  }

  /// The component's value after the change, given the one before.
  default @Nullable V after(@Nullable V before) {
    return switch (this) {
      case Absent<V> _ -> before;
      case ToNull<V> _ -> null;
      case ToValue<V>(V value) -> value;
    };
  }

  /// The same change of another type.
  default <W> Change<W> map(Function<? super V, ? extends W> function) {
    return switch (this) {
      case Absent<V> _ -> new Absent<>();
      case ToNull<V> _ -> new ToNull<>();
      case ToValue<V>(V value) -> new ToValue<>(function.apply(value));
    };
  }

  /// The patch does not name the component.
  record Absent<V>() implements Change<V> {}

  /// The patch names the component with null.
  record ToNull<V>() implements Change<V> {}

  /// The patch names the component with a value.
  record ToValue<V>(V value) implements Change<V> {}
}
