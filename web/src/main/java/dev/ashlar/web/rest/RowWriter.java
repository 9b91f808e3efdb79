package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.value.JsonShapes;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.ValueType;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/// Writes rows of one shape, value by value as they come: everything that does not depend on the
/// row is settled beforehand.
final class RowWriter {
  /// No position.
  static final int NONE = -1;

  /// The fingerprint of all columns.
  static final long WHOLE = 0;

  private static final SerializedString REDACTED = new SerializedString(JsonShapes.REDACTED);
  private static final long PRIME = 0x100000001b3L;

  private final Field[] fields;
  private final Below[] below;
  private final int version;
  private final long fingerprint;

  /// A column: where it is, and what it is called.
  record Field(int position, SerializedString name, ValueType type) {}

  /// The row or rows at the other end of a relation.
  record Below(int position, SerializedString name, boolean many, RowWriter writer) {}

  /// @param version the position of the version, or [#NONE]
  /// @param fingerprint equal for writers of the same columns
  RowWriter(List<Field> fields, List<Below> below, int version, long fingerprint) {
    this.fields = fields.toArray(new Field[0]);
    this.below = below.toArray(new Below[0]);
    this.version = version;
    this.fingerprint = fingerprint;
  }

  /// A fingerprint with one more name in it.
  static long mix(long fingerprint, String name) {
    return (fingerprint ^ name.hashCode()) * PRIME;
  }

  /// Whether rows at the other end of relations are written too.
  boolean includes() {
    return below.length > 0;
  }

  /// Writes a row.
  void write(JsonGenerator out, Fetched row) throws IOException {
    out.writeStartObject();
    int hidden = NONE;
    for (int i = 0; i < fields.length; i++) {
      Field field = fields[i];
      Object value = row.value(field.position);
      if (value != null) {
        out.writeFieldName(field.name);
        JsonValues.write(out, field.type, value);
      } else if (row.redacted(field.position)) {
        hidden = hidden == NONE ? i : hidden;
      } else {
        out.writeFieldName(field.name);
        out.writeNull();
      }
    }
    for (Below each : below) {
      write(out, row, each);
    }
    if (hidden != NONE) {
      writeHidden(out, row, hidden);
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Fetched row, Below below) throws IOException {
    out.writeFieldName(below.name);
    if (below.many) {
      below.writer.write(out, row.many(below.position));
      return;
    }
    var one = row.one(below.position);
    if (one.isPresent()) {
      below.writer.write(out, one.get());
    } else {
      out.writeNull();
    }
  }

  /// Writes rows as a list.
  void write(JsonGenerator out, List<Fetched> rows) throws IOException {
    out.writeStartArray();
    for (int i = 0; i < rows.size(); i++) {
      write(out, rows.get(i));
    }
    out.writeEndArray();
  }

  private void writeHidden(JsonGenerator out, Fetched row, int first) throws IOException {
    out.writeFieldName(REDACTED);
    out.writeStartArray();
    for (int i = first; i < fields.length; i++) {
      if (row.redacted(fields[i].position)) {
        out.writeString(fields[i].name);
      }
    }
    out.writeEndArray();
  }

  /// The row's version, if it has one.
  OptionalInt version(Fetched row) {
    return version == NONE || row.isNull(version)
        ? OptionalInt.empty()
        : OptionalInt.of(row.int32(version));
  }

  /// What of the row is written, beside its version: equal for the same columns, of which the same
  /// are hidden; [#WHOLE] for all of them in full.
  long fingerprint(Fetched row) {
    long mixed = fingerprint;
    for (Field field : fields) {
      if (row.value(field.position) == null && row.redacted(field.position)) {
        mixed = mix(mixed, field.name.getValue());
      }
    }
    return mixed;
  }
}
