package dev.ashlar.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/// What was read of one entity record.
///
/// @param record the name by which generated code refers to the record
record Entity(
    TypeElement element,
    TypeName record,
    String plural,
    List<Component> components,
    List<List<String>> uniques,
    List<List<String>> indexes,
    Optional<String> was,
    Optional<String> doc) {

  Entity {
    components = List.copyOf(components);
    uniques = List.copyOf(uniques);
    indexes = List.copyOf(indexes);
  }

  /// The record's simple name.
  String name() {
    return record.simple();
  }
}
