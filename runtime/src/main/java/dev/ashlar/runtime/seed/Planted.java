package dev.ashlar.runtime.seed;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.TextColumn;
import dev.ashlar.model.value.ValueType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// That a seed was planted. The table is the framework's own; no surface serves it.
record Planted(String name, Instant at) {
  static final TextColumn<Planted> NAME =
      new TextColumn<>(
          Planted.class, ColumnSpec.of("name", "name", ValueType.STRING), Planted::name);

  static final EntityModel<Planted> MODEL =
      new EntityModel<>(
          new EntityModel.Spec<>(
              Planted.class,
              "Planted",
              "ashlar_seeds",
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty()),
          List.of(
              NAME,
              new Column<>(
                  Planted.class, ColumnSpec.of("at", "at", ValueType.INSTANT), Planted::at)),
          row -> new Planted(row.string(0), row.instant(1)));
}
