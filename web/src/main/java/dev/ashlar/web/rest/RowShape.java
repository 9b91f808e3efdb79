package dev.ashlar.web.rest;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.Selection.Field;
import dev.ashlar.model.query.Selection.Item;
import java.util.ArrayList;
import java.util.List;

/// What to read of each row, and how it is written.
record RowShape(Selection selection, RowWriter writer) {

  /// Every column of an entity at its ordinal, of which some are on the wire.
  static RowShape whole(EntityModel<?> entity, List<Column<?, ?>> onTheWire) {
    var fields = new ArrayList<RowWriter.Field>();
    for (Column<?, ?> column : onTheWire) {
      fields.add(new RowWriter.Field(entity.ordinal(column), column.property(), column.type()));
    }
    int version = entity.inRole(Role.VERSION).map(entity::ordinal).orElse(RowWriter.NONE);
    return new RowShape(
        Selection.all(entity), new RowWriter(fields, List.of(), version, RowWriter.WHOLE));
  }

  /// Some columns, and what is included beside them. The version is read too, for the row's tag.
  static RowShape of(Resource resource, List<Column<?, ?>> columns, List<Included> included) {
    var items = new ArrayList<Item>();
    var fields = new ArrayList<RowWriter.Field>();
    long fingerprint = 1;
    for (Column<?, ?> column : columns) {
      fields.add(new RowWriter.Field(items.size(), column.property(), column.type()));
      items.add(new Field(column));
      fingerprint = RowWriter.mix(fingerprint, column.property());
    }
    var below = new ArrayList<RowWriter.Below>();
    for (Included each : included) {
      below.add(
          new RowWriter.Below(
              items.size(), each.edge().name(), each.edge().toMany(), each.writer()));
      items.add(each.item());
    }
    var version = resource.entity().inRole(Role.VERSION);
    int position = version.map(column -> position(items, column)).orElse(RowWriter.NONE);
    return new RowShape(new Selection(items), new RowWriter(fields, below, position, fingerprint));
  }

  private static int position(List<Item> items, Column<?, ?> column) {
    var field = new Field(column);
    if (!items.contains(field)) {
      items.add(field);
    }
    return items.indexOf(field);
  }

  /// Rows at the other end of a relation: what to read, and how it is written.
  record Included(Edge edge, Item item, RowWriter writer) {}
}
