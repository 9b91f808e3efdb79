package dev.ashlar.runtime.operation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.value.JsonValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/// A row as JSON text, for the ledger of what was done.
final class RowJson {
  private static final JsonFactory JSON = new JsonFactory();

  private RowJson() {}

  /// The columns that something is said of, save those to leave out.
  static String text(ChangeSet row, Predicate<Column<?, ?>> leaveOut) {
    try (var text = new SegmentedStringWriter(JSON._getBufferRecycler());
        var generator = JSON.createGenerator(text)) {
      generator.writeStartObject();
      for (Column<?, ?> column : row.entity().columns()) {
        if (row.has(column) && !leaveOut.test(column)) {
          generator.writeFieldName(column.json());
          Object value = row.stored(column);
          if (value == null) {
            generator.writeNull();
          } else {
            JsonValues.write(generator, column.type(), value);
          }
        }
      }
      generator.writeEndObject();
      generator.flush();
      return text.getAndClear();
    } catch (IOException impossible) {
      throw new UncheckedIOException("A row could not be written to memory.", impossible);
    }
  }
}
