package dev.ashlar.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/// What was read of one view record.
record View(TypeElement element, TypeName record, TypeName entity, List<Part> parts) {
  View {
    parts = List.copyOf(parts);
  }

  /// One component, and how it is filled.
  sealed interface Part {
    /// The component's name.
    String name();
  }

  /// A column of the row.
  ///
  /// @param visible whether the component can say that it is hidden
  /// @param key whether the component holds a reference's key rather than the reference
  record Field(String name, Component column, boolean visible, boolean key) implements Part {}

  /// The row a reference points at, in a shape of its own.
  record One(String name, TypeName shape, boolean nullable) implements Part {}

  /// The rows of a relation, in a shape of their own.
  ///
  /// @param relation the expression of the relation
  /// @param take the most of them; 0 for all
  /// @param order expressions that make the `Order`s
  record Many(String name, TypeName shape, String relation, int take, List<String> order)
      implements Part {
    Many {
      order = List.copyOf(order);
    }
  }

  /// The number of a relation's rows.
  record Count(String name, String relation) implements Part {}
}
