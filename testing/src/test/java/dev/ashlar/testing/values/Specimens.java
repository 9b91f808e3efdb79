package dev.ashlar.testing.values;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Stored;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.testing.values.ValueTable.Kept;
import dev.ashlar.testing.values.ValueTable.Ladder;
import dev.ashlar.testing.values.ValueTable.Matching;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The values of the [ValueTable] as rows, each in a column of its own kind and null in all others;
/// and one row with nothing in any.
final class Specimens {
  /// Its rows are read in selections, never as records.
  private record Specimen() {}

  private static final Column<Specimen, ?> ID =
      column(ColumnSpec.of("id", "id", ValueType.UUID).as(Role.ID));

  /// The texts that are looked into.
  static final Column<?, ?> TEXT = column(plain("matched", ValueType.STRING));

  static final EntityModel<?> ENTITY = entity();
  static final Model MODEL = Model.of(List.of(ENTITY));

  /// All rows.
  static final List<ChangeSet> ROWS = rows();

  private Specimens() {}

  static Column<?, ?> of(Ladder ladder) {
    return ENTITY.column(ladder.name()).orElseThrow();
  }

  static Column<?, ?> of(Kept kept) {
    return ENTITY.column("kept" + ValueTable.KEPT.indexOf(kept)).orElseThrow();
  }

  private static ColumnSpec plain(String name, ValueType type) {
    return ColumnSpec.of(name, name, type).orNull();
  }

  private static Column<Specimen, ?> column(ColumnSpec spec) {
    return new Column<>(Specimen.class, spec, _ -> null);
  }

  @SuppressWarnings("unchecked") // Made by this class.
  private static EntityModel<?> entity() {
    var columns = new ArrayList<Column<Specimen, ?>>();
    columns.add(ID);
    columns.add((Column<Specimen, ?>) TEXT);
    for (Ladder ladder : ValueTable.LADDERS) {
      columns.add(column(plain(ladder.name(), ladder.type())));
    }
    for (int i = 0; i < ValueTable.KEPT.size(); i++) {
      columns.add(column(plain("kept" + i, ValueTable.KEPT.get(i).type())));
    }
    var spec =
        new EntityModel.Spec<>(
            Specimen.class,
            "Specimen",
            "specimens",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new EntityModel<>(spec, columns, _ -> new Specimen());
  }

  private static List<ChangeSet> rows() {
    var rows = new ArrayList<ChangeSet>();
    rows.add(empty(0));
    for (Ladder ladder : ValueTable.LADDERS) {
      ladder.rungs().forEach(rung -> rung.forEach(value -> add(rows, of(ladder), value)));
    }
    var texts = new LinkedHashSet<String>();
    ValueTable.MATCHINGS.stream().map(Matching::text).forEach(texts::add);
    texts.forEach(text -> add(rows, TEXT, text));
    ValueTable.KEPT.forEach(kept -> add(rows, of(kept), kept.given()));
    return List.copyOf(rows);
  }

  private static void add(List<ChangeSet> rows, Column<?, ?> column, Object value) {
    rows.add(empty(rows.size()).with(column, Stored.of(column.type(), value)));
  }

  /// A row in which every column but the key is null.
  private static ChangeSet empty(int number) {
    ChangeSet row = ChangeSet.of(ENTITY);
    for (Column<?, ?> column : ENTITY.columns()) {
      row = row.with(column, null);
    }
    return row.with(ENTITY.id(), new UUID(0, number));
  }
}
