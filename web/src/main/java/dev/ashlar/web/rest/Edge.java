package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.Relation.Kind;

/// A relation from one resource to another.
///
/// @param reference the column that the relation runs along, on whichever side holds it
/// @param json the relation's name on the wire, encoded once
record Edge(Relation relation, Column<?, ?> reference, Resource target, SerializedString json) {
  Edge(Relation relation, Column<?, ?> reference, Resource target) {
    this(relation, reference, target, new SerializedString(relation.name()));
  }

  String name() {
    return relation.name();
  }

  boolean toMany() {
    return relation.kind() == Kind.MANY;
  }
}
