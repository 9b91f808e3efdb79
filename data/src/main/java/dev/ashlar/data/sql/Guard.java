package dev.ashlar.data.sql;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Condition;

/// What a reader may see, attached by the compiler to every reference to a table and every use of a
/// column.
///
/// The conditions are on the row referred to, and are themselves not guarded.
public interface Guard {
  /// Sees every row and column.
  Guard NONE =
      new Guard() {
        @Override
        public Condition rows(EntityModel<?> entity) {
          return Always.TRUE;
        }

        @Override
        public Condition column(Column<?, ?> column) {
          return Always.TRUE;
        }
      };

  /// Sees every column of the rows that are not softly deleted.
  Guard LIVING =
      new Guard() {
        @Override
        public Condition rows(EntityModel<?> entity) {
          return living(entity);
        }

        @Override
        public Condition column(Column<?, ?> column) {
          return Always.TRUE;
        }
      };

  /// Which rows may be seen.
  Condition rows(EntityModel<?> entity);

  /// In which of these rows a column may be seen.
  Condition column(Column<?, ?> column);

  /// The rows that are not softly deleted.
  static Condition living(EntityModel<?> entity) {
    return entity.inRole(Role.DELETED).<Condition>map(Column::isNull).orElse(Always.TRUE);
  }
}
