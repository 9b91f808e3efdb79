package dev.ashlar.web.rest;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.Relation.Kind;

/// A relation from one resource to another.
///
/// @param reference the column that the relation runs along, on whichever side holds it
record Edge(Relation relation, Column<?, ?> reference, Resource target) {

  String name() {
    return relation.name();
  }

  boolean toMany() {
    return relation.kind() == Kind.MANY;
  }
}
