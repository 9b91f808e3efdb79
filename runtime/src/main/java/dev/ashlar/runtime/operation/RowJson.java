package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.value.JsonBytes;
import java.util.function.Predicate;

/// A row as JSON text, for the ledger of what was done.
final class RowJson {
  /// About how many bytes a row takes.
  private static final int EXPECTED = 512;

  private RowJson() {}

  /// The columns that something is said of, save those to leave out.
  static String text(ChangeSet row, Predicate<Column<?, ?>> leaveOut) {
    var out = new JsonBytes(EXPECTED);
    out.startObject();
    for (Column<?, ?> column : row.entity().columns()) {
      if (row.has(column) && !leaveOut.test(column)) {
        out.name(column.property());
        Object value = row.stored(column);
        if (value == null) {
          out.nothing();
        } else {
          out.value(column.type(), value);
        }
      }
    }
    out.endObject();
    return out.text();
  }
}
